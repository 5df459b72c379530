#include <algorithm>

#include <async/deadline.hpp>
#include <async/spawn.hpp>
#include <identity/revocation_publisher.hpp>
#include <log/log.hpp>
#include <redis/client.hpp>

namespace mrbill::identity {
namespace {

constexpr std::size_t lines_a_script = 500;

// KEYS[1] the set; ARGV: channel, the oldest score to keep, then line and score by turns.
const char* const publish_source = R"(
for i = 3, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], ARGV[i + 1], ARGV[i])
  redis.call('PUBLISH', ARGV[1], ARGV[i])
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[2])
return 1)";

// KEYS[1] the set; ARGV: channel, mark, heartbeat. A set without the mark was lost with Redis' memory.
const char* const beat_source = R"(
if not redis.call('ZSCORE', KEYS[1], ARGV[2]) then return 0 end
redis.call('PUBLISH', ARGV[1], ARGV[3])
return 1)";

std::string score_of(Timestamp at) {
  return std::to_string(at.time_since_epoch().count());
}

}  // namespace

struct RevocationPublisher::State : std::enable_shared_from_this<State> {
  State(asio::io_context& context, redis::Client& client, Truth source, const Clock& c,
        metrics::Registry& registry, std::string called)
      : io(context),
        redis(client),
        truth(std::move(source)),
        clock(c),
        name(std::move(called)),
        publish_script(redis::Script::of(publish_source)),
        beat_script(redis::Script::of(beat_source)),
        failures(registry.counter("revocation_publish_failures_total",
                                  "Times that Redis did not take a revocation or a heartbeat")) {}

  Task<> run();
  Task<> beat();
  Task<> republish();
  Task<> send(std::vector<Revocation> revocations);

  asio::io_context& io;
  redis::Client& redis;
  Truth truth;
  const Clock& clock;
  std::string name;
  redis::Script publish_script;
  redis::Script beat_script;
  metrics::Counter& failures;
  bool stopped = false;
  bool dirty = true;  // Redis may lack something: repeat all from the truth before the next heartbeat
};

RevocationPublisher::RevocationPublisher(asio::io_context& io, redis::Client& redis, Truth truth,
                                         const Clock& clock, metrics::Registry& registry, std::string name)
    : state_(std::make_shared<State>(io, redis, std::move(truth), clock, registry, std::move(name))) {}

RevocationPublisher::~RevocationPublisher() {
  stop();
}

void RevocationPublisher::start() {
  spawn(state_->io, "revocation heartbeat", state_->run());
}

void RevocationPublisher::stop() {
  state_->stopped = true;
}

Task<> RevocationPublisher::beat() {
  return state_->beat();
}

Task<> RevocationPublisher::publish(std::vector<Revocation> revocations) {
  auto state = state_;
  try {
    co_await state->send(std::move(revocations));
  } catch (const std::exception& error) {
    state->dirty = true;
    state->failures.add();
    log::warn("Redis did not take a revocation; it is repeated from the database", {{"error", error.what()}});
  }
}

Task<> RevocationPublisher::State::run() {
  auto self = shared_from_this();
  while (!stopped) {
    co_await beat();
    co_await sleep_for(beat_every);
  }
}

Task<> RevocationPublisher::State::beat() {
  auto self = shared_from_this();
  try {
    if (dirty) co_await republish();
    std::vector<std::string> keys{name};
    std::vector<std::string> arguments{name, std::string(complete_mark), std::string(heartbeat_word)};
    auto reply = co_await redis.script(beat_script, std::move(keys), std::move(arguments));
    if (reply.integer() == 0) dirty = true;
  } catch (const std::exception& error) {
    dirty = true;
    failures.add();
    log::debug("no heartbeat of revocations", {{"error", error.what()}});
  }
}

// The mark comes last: who sees it sees all before it.
Task<> RevocationPublisher::State::republish() {
  dirty = false;  // a publish that fails meanwhile sets it again
  auto all = co_await truth();
  co_await send(std::move(all));
  co_await redis.command("ZADD", name, "+inf", complete_mark);
}

Task<> RevocationPublisher::State::send(std::vector<Revocation> revocations) {
  auto oldest = clock.now() - RevocationPublisher::kept_for;
  for (std::size_t first = 0; first < revocations.size(); first += lines_a_script) {
    std::vector<std::string> keys{name};
    std::vector<std::string> arguments{name, score_of(oldest)};
    for (auto i = first; i < std::min(first + lines_a_script, revocations.size()); ++i) {
      arguments.push_back(revocations[i].to_line());
      arguments.push_back(score_of(revocations[i].at));
    }
    co_await redis.script(publish_script, std::move(keys), std::move(arguments));
  }
}

}  // namespace mrbill::identity
