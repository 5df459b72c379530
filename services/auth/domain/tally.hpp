// A count that leaks: of what was counted one is forgotten in each span of time, so that nothing is held
// against anybody for good.
//
//   tally = raised(tally, 6min, now);   // ten an hour leak away
#pragma once

#include <algorithm>
#include <chrono>
#include <climits>

#include <base/clock.hpp>

namespace mrbill::auth {

struct Tally {
  int count = 0;
  Timestamp since;  // from when on the next one leaks
  bool operator==(const Tally&) const = default;
};

// A time that is still to come was noted by a clock that was ahead: it counts from now on.
[[nodiscard]] inline Tally leaked(Tally tally, std::chrono::milliseconds leak, Timestamp now) {
  tally.since = std::min(tally.since, now);
  const auto gone = (now - tally.since) / leak;
  if (gone >= tally.count) return {0, now};
  return {tally.count - static_cast<int>(gone), tally.since + gone * leak};
}

[[nodiscard]] inline Tally raised(Tally tally, std::chrono::milliseconds leak, Timestamp now,
                                  int max = INT_MAX) {
  tally = leaked(tally, leak, now);
  tally.count = std::min(tally.count + 1, max);
  return tally;
}

}  // namespace mrbill::auth
