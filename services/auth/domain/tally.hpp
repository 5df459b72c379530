// A count that leaks: of what was counted one is forgotten in each span of time, so that nothing is held against anybody for good.
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

[[nodiscard]] inline Tally leaked(Tally tally, std::chrono::milliseconds leak, Timestamp now) {
  const auto gone = std::max<std::int64_t>((now - tally.since) / leak, 0);
  if (gone >= tally.count) return {0, now};
  return {tally.count - static_cast<int>(gone), tally.since + gone * leak};
}

[[nodiscard]] inline Tally raised(Tally tally, std::chrono::milliseconds leak, Timestamp now,
                                  int most = INT_MAX) {
  tally = leaked(tally, leak, now);
  tally.count = std::min(tally.count + 1, most);
  return tally;
}

}  // namespace mrbill::auth
