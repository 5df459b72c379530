#include <algorithm>
#include <cmath>

#include <base/check.hpp>
#include <music/beat_grid.hpp>

namespace mrbill::music {
namespace {

// Smaller is better: within the range, then the rounder number of bars, then the wanted tempo.
double cost_of(int bars, double tempo, TempoRange range) {
  const auto beyond = std::max({range.slowest - tempo, tempo - range.fastest, 0.0});
  const auto odd = bars % 4 == 0 ? 0 : bars % 2 == 0 ? 1 : 2;
  return 1e6 * (beyond > 1e-9 ? 1 + beyond : 0) + 1e3 * odd + std::abs(tempo - range.wanted);
}

}  // namespace

BeatGrid::BeatGrid(double beats_per_minute, int beats_per_bar)
    : beats_per_minute_(beats_per_minute), beats_per_bar_(beats_per_bar) {
  CHECK(beats_per_minute > 0 && beats_per_bar > 0, "music moves");
}

BeatGrid BeatGrid::fit(double seconds, TempoRange range, int beats_per_bar) {
  CHECK(seconds > 0, "a piece has a length");
  const auto tempo_of = [&](int bars) { return bars * beats_per_bar * 60 / seconds; };
  const auto bars_at = [&](double tempo) { return static_cast<int>(tempo * seconds / 60 / beats_per_bar); };
  int best = std::max(bars_at(range.wanted), 1);
  for (int bars = std::max(bars_at(range.slowest), 1); bars <= bars_at(range.fastest) + 1; ++bars)
    if (cost_of(bars, tempo_of(bars), range) < cost_of(best, tempo_of(best), range)) best = bars;
  return {tempo_of(best), beats_per_bar};
}

int BeatGrid::bars_in(double seconds) const {
  return static_cast<int>(std::lround(seconds / seconds_per_bar()));
}

double BeatGrid::nearest_beat(double second) const {
  return second_of_beat(std::round(second / seconds_per_beat()));
}

double BeatGrid::nearest_bar(double second) const {
  return std::round(second / seconds_per_bar()) * seconds_per_bar();
}

}  // namespace mrbill::music
