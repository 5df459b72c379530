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

bool Indexer::Repeated::is_due() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return false;
  next_ = now + each_;
  return true;
}

void Indexer::Repeated::rest_at_least(std::chrono::steady_clock::duration span) {
  rested_ = std::chrono::steady_clock::now() + span;
  next_ = std::max(next_, rested_);
}

Indexer::Indexer(KeepIndex& index, events::EventSource& source, IndexerOptions options,
                 metrics::Registry& registry)
    : index_(index),
      source_(source),
      options_(std::move(options)),
      events_(registry.counter("index_events_total", "Events that told of changed POCs")),
      rebuilds_(registry.counter("index_rebuilds_total", "Search indexes built anew on request")),
      losses_(registry.counter("index_losses_total", "Times the search index was found damaged or foreign")) {
}

Task<> Indexer::run() {
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

Task<events::Verdict> Indexer::take(events::Event event) {
  const auto change_seq = told_change_seq(event);
  if (!change_seq) co_return events::Verdict::poison("it is not what its contract says");
  events_.add();
  co_await index_.bring_up(event.tenant, *change_seq);
  co_return events::Verdict::done;
}

Task<> Indexer::tend() {
  while (!stopped_) {
    bool failed = false;
    try {
      co_await tend_once();
    } catch (const std::exception& problem) {
      log::warn("the search index could not be tended", {{"reason", problem.what()}});
      failed = true;
    }
    co_await sleep_for(failed ? options_.retry_after : options_.commit_each);
  }
}

Task<> Indexer::tend_once() {
  if (!index_.is_open()) co_return co_await open();
  if (index_.commit())
    inspection_.make_due();  // what was just written is noted before anything can befall it
  if (rebuild_wanted_) co_await rebuild();
  if (inspection_.is_due()) inspect();
  if (heeding_.is_due()) index_.heed_reports();
  if (history_.is_due()) co_await index_.follow_history();
  if (sweep_.is_due()) co_await index_.catch_up();
  if (count_.is_due()) co_await index_.compare_counts();
}

Task<> Indexer::open() {
  if (std::exchange(was_open_, false)) losses_.add();
  co_await index_.open();
  was_open_ = true;
  log::info("the search index is open", {});
}

Task<> Indexer::rebuild() {
  rebuild_wanted_ = false;
  co_await index_.rebuild();
  rebuilds_.add();
  sweep_.make_due();
}

void Indexer::inspect() {
  const auto began = std::chrono::steady_clock::now();
  index_.inspect();
  inspection_.rest_at_least(20 * (std::chrono::steady_clock::now() - began));
}

}  // namespace mrbill::catalog
