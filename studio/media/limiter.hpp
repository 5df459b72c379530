// A look-ahead limiter: turns down before a peak comes and slowly up again after it, both channels alike.
// It looks at the sound once; how loud the sound is to become may be tried again and again, in little time
// and memory.
//
//   const Limiter limiter(samples);
//   const auto gains = limiter.gains(2, 0.8F);          // twice as loud, no peak above 0.8
//   apply(gains, 0, samples);
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mrbill::media {

inline constexpr std::size_t frames_per_gain = 8;

// One gain for the middle of each eight frames; between them it is a straight line.
using GainCurve = std::vector<float>;

class Limiter {
 public:
  explicit Limiter(std::span<const float> samples);  // stereo, interleaved, 48 kHz

  // After it no true peak is above `ceiling` (1 is full scale), but for the error of a four-fold
  // interpolation, about 0.1 dB.
  [[nodiscard]] GainCurve gains(float factor, float ceiling) const;

 private:
  std::vector<float> peaks_;  // of each eight frames, between the samples too
};

// Scales a piece of the sound that begins at `first_frame`.
void apply(const GainCurve& gains, std::size_t first_frame, std::span<float> samples);

}  // namespace mrbill::media
