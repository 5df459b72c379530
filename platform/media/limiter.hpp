// A look-ahead limiter: turns down before a peak comes and slowly up again after it, both channels alike.
#pragma once

#include <vector>

namespace mrbill::media {

// After it no true peak of the interleaved stereo samples (48 kHz) is above `ceiling` (1 is full scale), but for the
// error of a four-fold interpolation, about 0.1 dB.
void limit(std::vector<float>& samples, float ceiling);

}  // namespace mrbill::media
