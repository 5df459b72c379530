#include <algorithm>

#include <boost/asio/io_context.hpp>

#include <async/deadline.hpp>
#include <async/spawn.hpp>
#include <async/within.hpp>
#include <identity/revocation_feed.hpp>
#include <log/log.hpp>

namespace mrbill::identity {
namespace {

constexpr std::chrono::milliseconds read_again_after{100};
constexpr std::chrono::milliseconds auth_answers_in{2'000};

}  // namespace

// Lives as long as the feed or a coroutine of it does.
struct RevocationFeed::State : std::enable_shared_from_this<State> {
  State(asio::io_context& context, Revocations& kept, Sources from, const Clock& c,
        metrics::Registry& registry)
      : io(context),
        revocations(kept),
        sources(std::move(from)),
        clock(c),
        asked(registry.counter("revocation_snapshots_total", "Snapshots of revocations asked of auth")),
        known(registry.gauge("revocations_known", "Revocations that still matter")),
        trusted(registry.gauge("revocations_trustworthy", "1 while access tokens can be judged")) {}

  Task<> run();
  Task<> tick(Moment now);
  Task<> ask_auth(Moment now);
  Task<> read_set_until_complete(std::uint64_t of_connection);
  Task<bool> read_set();
  void report(bool trustworthy);

  asio::io_context& io;
  Revocations& revocations;
  Sources sources;
  const Clock& clock;
  metrics::Counter& asked;
  metrics::Gauge& known;
  metrics::Gauge& trusted;

  bool stopped = false;
  bool was_trustworthy = true;
  bool set_was_read = false;             // on this connection
  std::uint64_t connections = 0;         // so far
  std::optional<Moment> last_heartbeat;  // that counted
  std::optional<Moment> last_asked;
};

RevocationFeed::RevocationFeed(asio::io_context& io, Revocations& revocations, Sources sources,
                               const Clock& clock, metrics::Registry& registry)
    : state_(std::make_shared<State>(io, revocations, std::move(sources), clock, registry)) {}

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

void RevocationFeed::connected() {
  state_->set_was_read = false;
  spawn(state_->io, "revocation set", state_->read_set_until_complete(++state_->connections));
}

void RevocationFeed::received(std::string_view line, Moment now) {
  if (line == heartbeat_word) {
    if (!state_->set_was_read) return;
    state_->last_heartbeat = now;
    state_->revocations.complete_until(now);
  } else if (auto revocation = Revocation::parse(line)) {
    state_->revocations.add({*revocation});
  } else {
    log::warn("a line on the revocation channel is not one", {{"bytes", line.size()}});
  }
}

Task<> RevocationFeed::State::run() {
  auto self = shared_from_this();
  while (!stopped) {
    co_await tick(std::chrono::steady_clock::now());
    co_await sleep_for(tick_every);
  }
}

Task<> RevocationFeed::State::tick(Moment now) {
  auto self = shared_from_this();
  auto silent = !last_heartbeat || now - *last_heartbeat > silence;
  auto asked_lately = last_asked && now - *last_asked < silence / 2;
  if (silent && !asked_lately) co_await ask_auth(now);
  revocations.forget_past(clock.now());
  report(revocations.trustworthy(now));
}

Task<> RevocationFeed::State::ask_auth(Moment now) {
  last_asked = now;
  asked.add();
  try {
    auto answer = co_await within(Deadline::in(auth_answers_in), sources.ask_auth());
    revocations.add(answer);
    revocations.complete_until(now);
  } catch (const std::exception& error) {
    log::debug("auth gave no revocations", {{"error", error.what()}});
  }
}

Task<> RevocationFeed::State::read_set_until_complete(std::uint64_t of_connection) {
  auto self = shared_from_this();
  while (!stopped && connections == of_connection) {
    auto complete = co_await read_set();
    if (connections != of_connection) co_return;
    set_was_read = complete;
    if (complete) co_return;
    co_await sleep_for(read_again_after);
  }
}

// Whether it was complete. What it holds is believed in any case.
Task<bool> RevocationFeed::State::read_set() {
  try {
    auto members = co_await sources.read_set();
    std::vector<Revocation> found;
    for (auto& member : members)
      if (auto revocation = Revocation::parse(member)) found.push_back(*revocation);
    revocations.add(found);
    co_return std::ranges::find(members, complete_mark) != members.end();
  } catch (const std::exception& error) {
    log::debug("the set of revocations cannot be read", {{"error", error.what()}});
    co_return false;
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
    log::error("neither Redis nor auth tells what was revoked: access tokens are answered with 503");
  }
}

}  // namespace mrbill::identity
