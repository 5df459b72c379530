#include "adapters/redis/redis_throttle.hpp"

#include <algorithm>

namespace mrbill::auth {
namespace {

// KEYS the counters; ARGV now in ms, then for each its longest wait. The longest wait yet. One that is longer
// than any was noted by a clock that was ahead, and is void.
constexpr const char* wait_source = R"(
local longest = 0
for i, key in ipairs(KEYS) do
  local left = tonumber(redis.call('HGET', key, 'till') or '0') - tonumber(ARGV[1])
  if left > longest and left <= tonumber(ARGV[1 + i]) then longest = left end
end
return longest)";

// KEYS the counters; ARGV now, then for each: free, first, longest, leak (ms), most. The arithmetic is
// raised's and wait_after's (domain/tally, domain/throttle_rules); the contract suite holds both to it.
constexpr const char* count_source = R"(
local now = tonumber(ARGV[1])
for i, key in ipairs(KEYS) do
  local at = 2 + (i - 1) * 5
  local free, first, longest = tonumber(ARGV[at]), tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  local leak, most = tonumber(ARGV[at + 3]), tonumber(ARGV[at + 4])
  local kept = redis.call('HMGET', key, 'failures', 'since')
  local failures, since = tonumber(kept[1] or '0'), tonumber(kept[2] or '0')
  since = math.min(since, now)
  local gone = math.floor((now - since) / leak)
  if gone >= failures then failures, since = 0, now else failures, since = failures - gone, since + gone * leak end
  failures = math.min(failures + 1, most)
  redis.call('HSET', key, 'failures', failures, 'since', string.format('%.0f', since))
  local wait = 0
  if failures > free then wait = math.min(longest, first * 2 ^ math.min(failures - free - 1, 20)) end
  if wait > 0 then redis.call('HSET', key, 'till', string.format('%.0f', now + wait)) end
  redis.call('PEXPIRE', key, string.format('%.0f', failures * leak + wait))
end
return 1)";

std::string milliseconds(std::chrono::milliseconds span) {
  return std::to_string(span.count());
}

std::string milliseconds_of(const Clock& clock) {
  return milliseconds(std::chrono::duration_cast<std::chrono::milliseconds>(clock.now().time_since_epoch()));
}

}  // namespace

RedisThrottle::RedisThrottle(redis::Client& redis, const Clock& clock, std::string prefix)
    : redis_(redis),
      clock_(clock),
      prefix_(std::move(prefix)),
      wait_(redis::Script::of(wait_source)),
      count_(redis::Script::of(count_source)) {}

Task<std::chrono::milliseconds> RedisThrottle::wait(std::vector<Counter> counters) {
  std::vector<std::string> arguments(1, milliseconds_of(clock_));
  for (const auto& counter : counters) arguments.push_back(milliseconds(counter.pace.max));
  const auto longest = co_await redis_.script(wait_, keys(counters), std::move(arguments));
  co_return std::chrono::milliseconds{longest.integer()};
}

Task<> RedisThrottle::count(std::vector<Counter> counters) {
  std::vector<std::string> arguments(1, milliseconds_of(clock_));
  for (const auto& counter : counters) {
    arguments.push_back(std::to_string(counter.pace.free));
    arguments.push_back(milliseconds(counter.pace.first));
    arguments.push_back(milliseconds(counter.pace.max));
    arguments.push_back(milliseconds(counter.pace.leak));
    arguments.push_back(std::to_string(max_failures(counter.pace)));
  }
  co_await redis_.script(count_, keys(counters), std::move(arguments));
}

Task<> RedisThrottle::forget(std::vector<Counter> counters) {
  std::vector<std::string> command(1, "DEL");
  std::ranges::move(keys(counters), std::back_inserter(command));
  co_await redis_.run(std::move(command));
}

std::vector<std::string> RedisThrottle::keys(const std::vector<Counter>& counters) const {
  std::vector<std::string> out;
  for (const auto& counter : counters) out.push_back(prefix_ + counter.name);
  return out;
}

}  // namespace mrbill::auth
