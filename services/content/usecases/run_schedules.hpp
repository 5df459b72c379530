// The worker asks, on people's behalf, for what they have switched on: last month's report, the film of the
// year in December.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/random.hpp>

#include "ports/schedule_store.hpp"

namespace mrbill::content {

class RunSchedules {
 public:
  RunSchedules(ScheduleSweep& sweep, const Clock& clock, Random& random)
      : sweep_(sweep), clock_(clock), random_(random) {}
  // How many requests it has made; those that another worker made at the same moment do not count.
  [[nodiscard]] Task<std::int64_t> operator()();

 private:
  ScheduleSweep& sweep_;
  const Clock& clock_;
  Random& random_;
};

// What is asked for.
[[nodiscard]] Spec spec_of(const DueSchedule& due);

}  // namespace mrbill::content
