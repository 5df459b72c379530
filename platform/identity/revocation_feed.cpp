#include <utility>

#include <boost/asio/io_context.hpp>

#include <async/deadline.hpp>
#include <async/spawn.hpp>
#include <async/within.hpp>
#include <identity/revocation_feed.hpp>
#include <log/log.hpp>

namespace mrbill::identity {
namespace {

constexpr std::chrono::milliseconds auth_answers_in{2'000};

}  // namespace

// Lives as long as the feed or a coroutine of it does.
struct RevocationFeed::State : std::enable_shared_from_this<State> {
  State(asio::io_context& context, Revocations& kept, Fetch from, const Clock& c, metrics::Registry& registry)
      : io(context),
        revocations(kept),
        fetch(std::move(from)),
        clock(c),
        failures(registry.counter("revocation_feed_failures_total",
                                  "Questions for revocations that auth did not answer")),
        known(registry.gauge("revocations_known", "Revocations that still matter")),
        trusted(registry.gauge("revocations_trustworthy", "1 while access tokens can be judged")) {}

  Task<> run();
  Task<> tick(Moment now);
  Task<> catch_up();
  void report(bool trustworthy);

  asio::io_context& io;
  Revocations& revocations;
  Fetch fetch;
  const Clock& clock;
  metrics::Counter& failures;
  metrics::Gauge& known;
  metrics::Gauge& trusted;

  bool stopped = false;
  bool was_trustworthy = true;
  std::string cursor;  // where auth's last answer ended
};

RevocationFeed::RevocationFeed(asio::io_context& io, Revocations& revocations, Fetch fetch,
                               const Clock& clock, metrics::Registry& registry)
    : state_(std::make_shared<State>(io, revocations, std::move(fetch), clock, registry)) {}

RevocationFeed::~RevocationFeed() {
  stop();
}

void RevocationFeed::start() {
  spawn(state_->io, "revocation feed", state_->run());
}

void RevocationFeed::stop() {
  state_->stopped = true;
}

Task<> RevocationFeed::tick(Moment now) {
  return state_->tick(now);
}

Task<> RevocationFeed::State::run() {
  auto self = shared_from_this();
  while (!stopped) {
    co_await tick(std::chrono::steady_clock::now());
    co_await sleep_for(pause);
  }
}

Task<> RevocationFeed::State::tick(Moment now) {
  auto self = shared_from_this();
  try {
    co_await within(Deadline::in(auth_answers_in), catch_up());
    revocations.complete_until(now);
  } catch (const std::exception& error) {
    failures.add();
    log::debug("auth does not tell what was revoked", {{"error", error.what()}});
  }
  revocations.forget_past(clock.now());
  report(revocations.trustworthy(now));
}

Task<> RevocationFeed::State::catch_up() {
  auto self = shared_from_this();
  for (bool complete = false; !complete && !stopped;) {
    auto page = co_await fetch(cursor);
    revocations.add(page.revocations);
    cursor = std::move(page.cursor);
    complete = page.complete;
  }
}

void RevocationFeed::State::report(bool trustworthy) {
  known.set(static_cast<double>(revocations.size()));
  trusted.set(trustworthy ? 1 : 0);
  if (trustworthy == was_trustworthy) return;
  was_trustworthy = trustworthy;
  if (trustworthy) {
    log::info("revocations are known again");
  } else {
    log::error("auth does not tell what was revoked: access tokens are answered with 503");
  }
}

}  // namespace mrbill::identity
