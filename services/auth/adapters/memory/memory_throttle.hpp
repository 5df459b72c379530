#pragma once

#include <algorithm>
#include <map>
#include <string>

#include <base/clock.hpp>

#include "domain/tally.hpp"
#include "ports/throttle.hpp"

namespace mrbill::auth {

class MemoryThrottle final : public Throttle {
 public:
  explicit MemoryThrottle(const Clock& clock) : clock_(clock) {}

  Task<std::chrono::milliseconds> wait(std::vector<Counter> counters) override {
    std::chrono::milliseconds longest{0};
    for (const auto& counter : counters) {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(state_[counter.name].till - clock_.now());
      if (left <= counter.pace.max) longest = std::max(longest, left);
    }
    co_return longest;
  }
  Task<> count(std::vector<Counter> counters) override {
    for (const auto& counter : counters) {
      auto& state = state_[counter.name];
      state.failures = raised(state.failures, counter.pace.leak, clock_.now(), max_failures(counter.pace));
      const auto pause = wait_after(state.failures.count, counter.pace);
      if (pause.count() > 0) state.till = clock_.now() + pause;
    }
    co_return;
  }
  Task<> forget(std::vector<Counter> counters) override {
    for (const auto& counter : counters) state_.erase(counter.name);
    co_return;
  }

 private:
  struct State {
    Tally failures;
    Timestamp till;
  };
  const Clock& clock_;
  std::map<std::string, State> state_;
};

}  // namespace mrbill::auth
