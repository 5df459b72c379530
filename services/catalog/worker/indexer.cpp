#include "worker/indexer.hpp"

#include <async/deadline.hpp>
#include <contract/events.hpp>
#include <log/log.hpp>

namespace mrbill::catalog {

namespace {

// The tenant has rows up to this change_seq; nothing for an event that is not as its contract says.
std::optional<std::int64_t> told_change_seq(const events::Event& event) {
  if (event.type == "pocs.imported") {
    const auto imported = contract::events::parse_pocs_imported(event.data);
    return imported ? std::optional(imported->change_seq) : std::nullopt;
  }
  const auto changed = contract::events::parse_poc_changed(event.data);
  return changed ? std::optional(changed->change_seq) : std::nullopt;
}

}  // namespace

Indexer::Indexer(KeepIndex& index, events::EventSource& source, IndexerOptions options,
                 metrics::Registry& registry)
    : index_(index),
      source_(source),
      options_(std::move(options)),
      events_(registry.counter("index_events_total", "Events that told of changed POCs")),
      rebuilds_(registry.counter("index_rebuilds_total", "Search indexes built anew on request")) {}

Task<> Indexer::run() {
  co_await open_at_last();
  if (stopped_) co_return;
  events::Subscription subscription;
  subscription.group = "catalog-indexer";
  subscription.member = options_.member;
  subscription.types = {"poc.changed", "pocs.imported"};
  auto take_event = [this](events::Event event) { return take(std::move(event)); };
  co_await source_.consume(std::move(subscription), std::move(take_event));
}

void Indexer::stop() {
  stopped_ = true;
  source_.stop();
}

Task<> Indexer::open_at_last() {
  while (!open_ && !stopped_) {
    try {
      co_await index_.open();
      open_ = true;
      log::info("the search index is open");
    } catch (const std::exception& problem) {
      log::warn("the search index cannot be opened yet", {{"reason", problem.what()}});
    }
    if (!open_) co_await sleep_for(options_.retry_after);
  }
}

Task<events::Verdict> Indexer::take(events::Event event) {
  const auto change_seq = told_change_seq(event);
  if (!change_seq) co_return events::Verdict::poison("it is not what its contract says");
  events_.add();
  co_await index_.bring_up(event.tenant, *change_seq);
  co_return events::Verdict::done;
}

Task<> Indexer::tend() {
  while (!stopped_) {
    co_await sleep_for(options_.commit_each);
    if (!open_) continue;
    try {
      co_await tend_once();
    } catch (const std::exception& problem) {
      log::warn("the search index could not be tended", {{"reason", problem.what()}});
    }
  }
}

Task<> Indexer::tend_once() {
  index_.commit();
  if (rebuild_wanted_) {
    rebuild_wanted_ = false;
    co_await index_.rebuild();
    rebuilds_.add();
    swept_ = {};
  }
  const auto now = std::chrono::steady_clock::now();
  if (now - swept_ < options_.sweep_each) co_return;
  co_await index_.catch_up();
  swept_ = now;
}

}  // namespace mrbill::catalog
