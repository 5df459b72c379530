// Throttle counters in the cache Redis, shared by all instances. Each is a hash of a tally and the moment
// until which to wait, gone when it has leaked away. When Redis is away it throws: nobody may try.
#pragma once

#include <string>

#include <base/clock.hpp>
#include <redis/client.hpp>

#include "ports/throttle.hpp"

namespace mrbill::auth {

class RedisThrottle final : public Throttle {
 public:
  RedisThrottle(redis::Client& redis, const Clock& clock, std::string prefix = "auth:throttle:");
  Task<std::chrono::milliseconds> wait(std::vector<Counter> counters) override;
  Task<> count(std::vector<Counter> counters) override;
  Task<> forget(std::vector<Counter> counters) override;

 private:
  [[nodiscard]] std::vector<std::string> keys(const std::vector<Counter>& counters) const;
  redis::Client& redis_;
  const Clock& clock_;
  std::string prefix_;
  redis::Script wait_;
  redis::Script count_;
};

}  // namespace mrbill::auth
