// Counters of failures, shared by all instances. Fails closed: when the counters cannot be reached these
// throw, and nobody may try.
#pragma once

#include <chrono>
#include <vector>

#include <async/task.hpp>

#include "domain/throttle_rules.hpp"

namespace mrbill::auth {

class Throttle {
 public:
  virtual ~Throttle() = default;
  // How long to wait yet, over all counters; zero: go on.
  [[nodiscard]] virtual Task<std::chrono::milliseconds> wait(std::vector<Counter> counters) = 0;
  [[nodiscard]] virtual Task<> count(std::vector<Counter> counters) = 0;
  [[nodiscard]] virtual Task<> forget(std::vector<Counter> counters) = 0;
};

}  // namespace mrbill::auth
