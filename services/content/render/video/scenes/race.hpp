// The languages overtaking each other: values and places at any moment of the race, moving smoothly.
#pragma once

#include <vector>

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

struct Runner {
  int language = 0;
  double value = 0;
  double place = 0;  // 0 is the first; between two places while overtaking
};

// share: 0 at the start of the period, 1 at its end; the best `shown` at that moment and who is about to be.
[[nodiscard]] std::vector<Runner> race_at(const Manifest& facts, double share, int shown);

}  // namespace mrbill::content::video
