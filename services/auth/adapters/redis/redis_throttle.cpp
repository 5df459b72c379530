#include "adapters/redis/redis_throttle.hpp"

#include <algorithm>

namespace mrbill::auth {
namespace {

// KEYS the counters; ARGV now in ms. The longest wait yet.
constexpr const char* wait_source = R"(
local longest = 0
for _, key in ipairs(KEYS) do
  local till = tonumber(redis.call('HGET', key, 'till') or '0')
  if till - ARGV[1] > longest then longest = till - ARGV[1] end
end
return longest)";

// KEYS the counters; ARGV now, then for each: free, first, longest, memory (ms). The arithmetic is wait_after's
// (domain/throttle_rules); the contract suite holds both to it.
constexpr const char* count_source = R"(
for i, key in ipairs(KEYS) do
  local at = 2 + (i - 1) * 4
  local beyond = redis.call('HINCRBY', key, 'failures', 1) - ARGV[at]
  if beyond > 0 then
    local wait = math.min(ARGV[at + 2], ARGV[at + 1] * 2 ^ math.min(beyond - 1, 20))
    redis.call('HSET', key, 'till', string.format('%.0f', ARGV[1] + wait))
  end
  redis.call('PEXPIRE', key, ARGV[at + 3])
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
  const auto longest = co_await redis_.script(wait_, keys(counters), std::vector(1, milliseconds_of(clock_)));
  co_return std::chrono::milliseconds{longest.integer()};
}

Task<> RedisThrottle::count(std::vector<Counter> counters) {
  std::vector<std::string> arguments(1, milliseconds_of(clock_));
  for (const auto& counter : counters) {
    arguments.push_back(std::to_string(counter.pace.free));
    arguments.push_back(milliseconds(counter.pace.first));
    arguments.push_back(milliseconds(counter.pace.longest));
    arguments.push_back(milliseconds(counter.pace.memory));
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
