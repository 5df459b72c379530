// The languages overtaking each other: values and places at any moment of the race, moving smoothly.
#pragma once

#include <algorithm>
#include <vector>

#include <film/stage.hpp>

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

struct Runner {
  int language = 0;
  double value = 0;
  double place = 0;  // 0 is the first; between two places while overtaking
};

// share: 0 at the start of the period, 1 at its end; the best `shown` at that moment and who is about to be.
[[nodiscard]] std::vector<Runner> race_at(const Manifest& facts, double share, int shown);

[[nodiscard]] inline double most_of(const std::vector<Runner>& runners) {
  double most = 1;
  for (const auto& runner : runners) most = std::max(most, runner.value);
  return most;
}

// The race is run from the second beat of its scene until there is left the time to read who won.
[[nodiscard]] inline double race_ends(const film::Stage& stage) {
  return stage.held(stage.length - stage.beat(2.5));
}
[[nodiscard]] inline double race_share(const film::Stage& stage) {
  const double from = stage.beat(1);
  return canvas::ease::in_out_sine(stage.passed(from, race_ends(stage) - from));
}
constexpr double first_of_race = 0.04;  // share from which somebody runs

}  // namespace mrbill::content::video
