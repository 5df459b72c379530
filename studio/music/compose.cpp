#include <media/loudness.hpp>
#include <music/compose.hpp>
#include <music/mixer.hpp>

namespace mrbill::music {
namespace {

constexpr media::LoudnessTarget target{.integrated = -14, .true_peak = -2};  // AAC adds a little to peaks

}  // namespace

std::vector<float> compose(const Arrangement& arrangement, const Score& score, std::uint64_t seed) {
  return media::normalise(mix(arrangement, plan_of(arrangement, score), seed), target);
}

}  // namespace mrbill::music
