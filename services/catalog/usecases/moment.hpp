// Now, in the resolution of the API and of exported files.
#pragma once

#include <base/clock.hpp>

namespace mrbill::catalog {

[[nodiscard]] inline Timestamp millisecond_now(const Clock& clock) {
  return std::chrono::floor<std::chrono::milliseconds>(clock.now());
}

}  // namespace mrbill::catalog
