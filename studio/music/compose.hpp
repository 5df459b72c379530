// A piece of music, synthesised to an exact length.
//
//   const auto arrangement = lofi();
//   const auto grid = grid_of(arrangement, 60);
//   const Score score{.seconds = 60, .cuts = {grid.second_of_bar(4)}, .reveal = 40};
//   auto samples = compose(arrangement, score, seed);
//
// The same arguments give the same samples. Stereo, interleaved, 48 kHz, round(seconds * 48000) frames, -14
// LUFS, true peaks below -1.5 dB.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <music/arrangement.hpp>

namespace mrbill::music {

inline constexpr int sample_rate = 48'000;

// What the picture asks of the music, in seconds. Cuts and the reveal count from the nearest bar, accents
// from the nearest beat.
struct Score {
  double seconds = 0;                 // at least 4
  std::vector<double> cuts = {};      // where a scene begins
  std::vector<double> accents = {};   // where a number lands
  std::optional<double> reveal = {};  // the climax; the beat before it is silent
};

// Film and music keep the same one.
[[nodiscard]] BeatGrid grid_of(const Arrangement& arrangement, double seconds);

[[nodiscard]] std::vector<float> compose(const Arrangement& arrangement, const Score& score,
                                         std::uint64_t seed);

}  // namespace mrbill::music
