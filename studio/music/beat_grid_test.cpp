#include <cmath>

#include <gtest/gtest.h>

#include <music/beat_grid.hpp>

namespace mrbill::music {
namespace {

TEST(BeatGrid, fits_a_length_to_a_whole_number_of_bars_within_the_range) {
  const TempoRange range{.slowest = 84, .wanted = 92, .fastest = 100};
  for (double seconds = 20; seconds <= 180; seconds += 0.7) {
    const auto grid = BeatGrid::fit(seconds, range, 4);
    const auto bars = seconds / grid.seconds_per_bar();
    EXPECT_NEAR(bars, std::round(bars), 1e-9) << seconds;
    EXPECT_GE(grid.beats_per_minute(), range.slowest - 1e-9) << seconds;
    EXPECT_LE(grid.beats_per_minute(), range.fastest + 1e-9) << seconds;
  }
}

TEST(BeatGrid, prefers_phrases_of_four_bars_then_the_wanted_tempo) {
  const auto grid = BeatGrid::fit(60, {.slowest = 110, .wanted = 120, .fastest = 130}, 4);
  EXPECT_EQ(grid.bars_in(60) % 4, 0);
  EXPECT_DOUBLE_EQ(BeatGrid::fit(64, {.slowest = 110, .wanted = 120, .fastest = 130}, 4).beats_per_minute(),
                   120);
}

TEST(BeatGrid, comes_as_near_as_it_can_where_no_tempo_fits) {
  const auto grid = BeatGrid::fit(5, {.slowest = 120, .wanted = 120, .fastest = 121}, 4);
  EXPECT_EQ(grid.bars_in(5), 3);
  EXPECT_NEAR(grid.second_of_bar(3), 5, 1e-9);
}

TEST(BeatGrid, names_the_nearest_beat_and_bar) {
  const BeatGrid grid(120, 4);
  EXPECT_DOUBLE_EQ(grid.nearest_beat(3.3), 3.5);
  EXPECT_DOUBLE_EQ(grid.nearest_bar(3.3), 4);
  EXPECT_DOUBLE_EQ(grid.second_of_beat(3), 1.5);
}

}  // namespace
}  // namespace mrbill::music
