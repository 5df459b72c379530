// One member of one group of consumers, as an adapter of the bus must offer it to Consumer. A delivery is
// pending from read() or claim() until it is acknowledged or given up.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <async/task.hpp>

namespace mrbill::events {

struct Delivery {
  std::string position;        // its place in the stream: what it is acknowledged by
  std::string body;            // the CloudEvent
  std::size_t deliveries = 1;  // this one included
};

using Positions = std::vector<std::string>;

class StreamGroup {
 public:
  virtual ~StreamGroup() = default;
  // Makes the group where it is missing: it begins with the oldest event there is. The life of the bus;
  // empty: it cannot tell now.
  [[nodiscard]] virtual Task<std::string> open() = 0;
  // New events, in order; waits for the first of them, at most so long.
  [[nodiscard]] virtual Task<std::vector<Delivery>> read(std::size_t max, std::chrono::milliseconds wait) = 0;
  // What is pending for longer than redeliver_after, or was released, becomes this member's.
  [[nodiscard]] virtual Task<std::vector<Delivery>> claim(std::size_t max) = 0;
  virtual Task<> acknowledge(Positions positions) = 0;
  virtual Task<> give_up(Delivery delivery, std::string reason) = 0;  // to the dead letters, and acknowledged
  virtual Task<> keep(Positions positions) = 0;            // still at it: their waiting begins anew
  virtual Task<> count_attempt(std::string position) = 0;  // one more delivery of it, to this member
  virtual Task<> release(Positions positions) = 0;         // may be claimed at once
  virtual Task<> tidy() = 0;                               // now and then: trimming, gauges, dead members
};

}  // namespace mrbill::events
