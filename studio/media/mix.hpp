// Sound fitted to a film: to its length, with soft ends, and pressed down where something else is to be
// heard. Samples are stereo, interleaved, 48 kHz.
#pragma once

#include <span>
#include <vector>

namespace mrbill::media {

struct Fades {
  double in = 0.05;  // seconds
  double out = 2.5;
};

// Exactly round(seconds * 48000) frames. A longer track is cut under the fade; a shorter one is played again,
// its end crossed with its begin (equal power) over a second.
[[nodiscard]] std::vector<float> fit_to_length(std::span<const float> samples, double seconds,
                                               Fades fades = {});

}  // namespace mrbill::media
