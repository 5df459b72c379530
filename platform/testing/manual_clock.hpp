// A Clock that stands still until a test moves it.
#pragma once

#include <base/clock.hpp>

namespace mrbill::testing {

class ManualClock final : public Clock {
 public:
  explicit ManualClock(Timestamp start = Timestamp{std::chrono::seconds(1'800'000'000)}) : now_(start) {}
  [[nodiscard]] Timestamp now() const override { return now_; }
  void advance(std::chrono::microseconds span) { now_ += span; }
  void set(Timestamp moment) { now_ = moment; }

 private:
  Timestamp now_;
};

}  // namespace mrbill::testing
