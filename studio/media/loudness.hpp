// How loud sound is to an ear (ITU-R BS.1770-4, EBU R 128), and bringing it to a loudness without clipping.
//
//   auto even = normalise(std::move(samples));  // -14 LUFS, true peaks below -1.5 dB
//
// Samples are stereo, interleaved, 48 kHz.
#pragma once

#include <span>
#include <vector>

namespace mrbill::media {

struct Loudness {
  double integrated = 0;  // LUFS; minus infinity for silence
  double true_peak = 0;   // dBTP, between the samples too; minus infinity for silence
};

[[nodiscard]] Loudness measure(std::span<const float> samples);
[[nodiscard]] double measure_integrated(std::span<const float> samples);  // cheaper

struct LoudnessTarget {
  double integrated = -14;
  double true_peak = -1.5;
};

// Silence, and what would need more than 30 dB, stays below the target: noise is not made music.
[[nodiscard]] std::vector<float> normalise(std::vector<float> samples, LoudnessTarget target = {});

}  // namespace mrbill::media
