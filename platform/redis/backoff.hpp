// How long to wait before the next attempt: doubling from 20 ms to a most, less a random quarter so that many
// clients of one server do not come back at the same moment.
#pragma once

#include <algorithm>
#include <chrono>

#include <base/random.hpp>

namespace mrbill::redis {

class Backoff {
 public:
  explicit Backoff(std::chrono::milliseconds max) : max_(max) {}
  void reset() { next_ = least; }
  [[nodiscard]] std::chrono::milliseconds next(Random& random) {
    const auto span = std::min(next_, max_);
    next_ = std::min(next_ * 2, max_);
    return span - span * random.bytes<1>()[0] / 1'024;
  }

 private:
  static constexpr std::chrono::milliseconds least{20};
  std::chrono::milliseconds max_;
  std::chrono::milliseconds next_ = least;
};

}  // namespace mrbill::redis
