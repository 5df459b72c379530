#include <algorithm>

#include <music/arrangements.hpp>
#include <music/compose.hpp>

namespace mrbill::music {

const std::array<Track, 8>& tracks() {
  static constexpr std::array<Track, 8> all{{
      {"sunday-tape", "Sunday Tape", "warm", lofi, 11},
      {"rainy-window", "Rainy Window", "cosy", lofi, 27},
      {"neon-morning", "Neon Morning", "bright", synthpop, 3},
      {"night-drive", "Night Drive", "driving", synthpop, 19},
      {"first-light", "First Light", "grand", cinematic, 5},
      {"slow-orbit", "Slow Orbit", "dreamy", cinematic, 42},
      {"extra-life", "Extra Life", "playful", chiptune, 7},
      {"high-score", "High Score", "cheerful", chiptune, 64},
  }};
  return all;
}

const Track* find_track(std::string_view id) {
  const auto found = std::ranges::find(tracks(), id, &Track::id);
  return found == tracks().end() ? nullptr : &*found;
}

std::vector<float> preview(const Track& track) {
  const auto arrangement = track.arrangement();
  const auto grid = grid_of(arrangement, 15);
  return compose(arrangement, {.seconds = 15, .reveal = grid.nearest_bar(8)}, track.seed);
}

}  // namespace mrbill::music
