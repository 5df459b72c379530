// The period as cells: days in weeks for up to a year, months in years for longer.
#pragma once

#include <string>
#include <vector>

#include "render/video/scenes/figures.hpp"

namespace mrbill::content::video {

struct CalendarCell {
  int column = 0;
  int row = 0;
  int count = 0;
  double heat = 0;   // 0 nothing, up to 1 the most of all
  double order = 0;  // 0..1, when in the period
};

struct CalendarLabel {
  int at = 0;  // column, or row where the calendar is of months
  std::string words;
};

struct CalendarGrid {
  bool of_months = false;
  int columns = 0;
  int rows = 0;
  std::vector<CalendarCell> cells;
  std::vector<CalendarLabel> labels;  // months over the columns; years beside the rows
};

enum class Flow { across, down };  // weeks as columns, or as rows in a tall picture

[[nodiscard]] CalendarGrid calendar_of(const Manifest& facts, Flow flow);
[[nodiscard]] inline Flow flow_of(canvas::Size size) {
  return film::is_wide(size) ? Flow::across : Flow::down;
}

// The period runs from the second beat of its scene until the scene concludes.
[[nodiscard]] inline double period_starts(const film::Stage& stage) {
  return stage.beat(1);
}
[[nodiscard]] inline double period_share(const film::Stage& stage) {
  const double from = period_starts(stage);
  return stage.passed(from, concludes(stage) - from);
}
// How many of its days (or months) held a POC, counted up meanwhile.
[[nodiscard]] inline std::string counted_period(const Script& script, const film::Stage& stage, int value) {
  return counted(script, stage, value, period_starts(stage), concludes(stage));
}

}  // namespace mrbill::content::video
