// Where bars and beats fall in a piece of constant tempo that begins at second 0.
//
//   const auto grid = BeatGrid::fit(60, {.slowest = 84, .wanted = 92, .fastest = 100}, 4);
//   grid.nearest_bar(17.3)   // where a cut may lie
#pragma once

namespace mrbill::music {

struct TempoRange {  // beats per minute
  double slowest = 60;
  double wanted = 120;
  double fastest = 180;
};

class BeatGrid {
 public:
  BeatGrid(double beats_per_minute, int beats_per_bar);

  // A tempo by which `seconds` (> 0) are a whole number of bars: within the range where there is one, of four
  // or two bars' multiples if it can be, and as near to the wanted one as possible.
  [[nodiscard]] static BeatGrid fit(double seconds, TempoRange range, int beats_per_bar);

  [[nodiscard]] double beats_per_minute() const { return beats_per_minute_; }
  [[nodiscard]] int beats_per_bar() const { return beats_per_bar_; }
  [[nodiscard]] double seconds_per_beat() const { return 60 / beats_per_minute_; }
  [[nodiscard]] double seconds_per_bar() const { return seconds_per_beat() * beats_per_bar_; }
  [[nodiscard]] double second_of_beat(double beat) const { return beat * seconds_per_beat(); }
  [[nodiscard]] double second_of_bar(int bar) const { return bar * seconds_per_bar(); }
  [[nodiscard]] int bars_in(double seconds) const;         // rounded
  [[nodiscard]] double nearest_beat(double second) const;  // as a second
  [[nodiscard]] double nearest_bar(double second) const;   // as a second

 private:
  double beats_per_minute_;
  int beats_per_bar_;
};

}  // namespace mrbill::music
