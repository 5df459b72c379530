// Voices into one stereo signal, block by block: levels, room, echo, the kick that presses others down,
// the tape.
#pragma once

#include <cstdint>
#include <vector>

#include <music/plan.hpp>

namespace mrbill::music {

// Interleaved stereo, as long as the plan, not yet of any loudness.
[[nodiscard]] std::vector<float> mix(const Arrangement& arrangement, const Plan& plan, std::uint64_t seed);

}  // namespace mrbill::music
