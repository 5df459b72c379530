#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include <media/mix.hpp>
#include <media/movie.hpp>

namespace mrbill::media {
namespace {

constexpr double crossing_seconds = 1;

std::size_t frames_of(double seconds) {
  return static_cast<std::size_t>(std::llround(std::max(seconds, 0.0) * sample_rate));
}

// The track again and again, each begin laid over the end before it.
std::vector<float> looped(std::span<const float> samples, std::size_t frames) {
  const auto length = samples.size() / 2;
  const auto crossing = std::min(frames_of(crossing_seconds), length / 4);
  const auto step = length - crossing;
  std::vector<float> out(frames * 2);
  for (std::size_t begin = 0; begin < frames; begin += step) {
    const auto count = std::min(length, frames - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const auto way_in =
          begin > 0 && i < crossing ? static_cast<double>(i) / static_cast<double>(crossing) : 1;
      const auto way_out = i >= step ? static_cast<double>(length - i) / static_cast<double>(crossing) : 1;
      const auto gain = static_cast<float>(std::sin(std::numbers::pi / 2 * way_in) *
                                           std::sin(std::numbers::pi / 2 * way_out));
      for (std::size_t side = 0; side < 2; ++side)
        out[(begin + i) * 2 + side] += gain * samples[i * 2 + side];
    }
  }
  return out;
}

void fade(std::vector<float>& samples, Fades fades) {
  const auto frames = samples.size() / 2;
  const auto in = std::min(frames_of(fades.in), frames / 2);
  const auto out = std::min(frames_of(fades.out), frames / 2);
  const auto scale = [&](std::size_t frame, double way) {
    const auto gain = static_cast<float>(way * way * (3 - 2 * way));
    samples[2 * frame] *= gain;
    samples[2 * frame + 1] *= gain;
  };
  for (std::size_t i = 0; i < in; ++i) scale(i, static_cast<double>(i) / static_cast<double>(in));
  for (std::size_t i = 0; i < out; ++i)
    scale(frames - 1 - i, static_cast<double>(i) / static_cast<double>(out));
}

}  // namespace

std::vector<float> fit_to_length(std::span<const float> samples, double seconds, Fades fades) {
  const auto frames = frames_of(seconds);
  auto out = samples.size() >= 8 && samples.size() / 2 < frames
                 ? looped(samples, frames)
                 : std::vector<float>(samples.begin(), samples.end());
  out.resize(frames * 2);
  fade(out, fades);
  return out;
}

}  // namespace mrbill::media
