#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <deque>
#include <media/limiter.hpp>
#include <numbers>
#include <span>

namespace mrbill::media {
namespace {

constexpr std::size_t channels = 2;
constexpr std::ptrdiff_t look_ahead = 240;  // frames: 5 ms
constexpr double release_frames = 4800;     // to 63 % of the way back: 100 ms

// Three points between two samples by a windowed sinc of twelve taps, as BS.1770 does.
constexpr std::size_t taps = 12;
constexpr std::size_t before = 5;  // taps[5] is the sample itself
using Phases = std::array<std::array<float, taps>, 3>;

Phases make_phases() {
  Phases out{};
  for (std::size_t phase = 0; phase < out.size(); ++phase) {
    const auto shift = static_cast<double>(phase + 1) / 4;
    double sum = 0;
    for (std::size_t tap = 0; tap < taps; ++tap) {
      const auto x = static_cast<double>(tap) - before - shift;
      const auto window = 0.5 + 0.5 * std::cos(std::numbers::pi * x / 6.5);
      const auto value = std::sin(std::numbers::pi * x) / (std::numbers::pi * x) * window;
      out[phase][tap] = static_cast<float>(value);
      sum += value;
    }
    for (auto& value : out[phase]) value /= static_cast<float>(sum);
  }
  return out;
}

// The highest level at the frame and up to the next one.
float peak_at(std::span<const float> samples, std::size_t frame, const Phases& phases) {
  float out = 0;
  for (std::size_t channel = 0; channel < channels; ++channel) {
    const auto* first = &samples[(frame - before) * channels + channel];
    out = std::max(out, std::abs(first[before * channels]));
    for (const auto& phase : phases) {
      float sum = 0;
      for (std::size_t tap = 0; tap < taps; ++tap) sum += phase[tap] * first[tap * channels];
      out = std::max(out, std::abs(sum));
    }
  }
  return out;
}

// The gain that each frame needs by itself. Where neighbours are far below the ceiling nothing between them is above.
std::vector<float> needed_gains(std::span<const float> samples, float ceiling) {
  const auto phases = make_phases();
  const auto frames = samples.size() / channels;
  std::vector<float> out(frames, 1);
  const auto level = [&](std::size_t frame) {
    return std::max(std::abs(samples[frame * channels]), std::abs(samples[frame * channels + 1]));
  };
  for (std::size_t i = 0; i < frames; ++i) {
    auto peak = level(i);
    const auto near = i + 1 < frames ? std::max(peak, level(i + 1)) : peak;
    if (near < 0.6F * ceiling) continue;
    if (i >= before && i + taps - before <= frames) peak = peak_at(samples, i, phases);
    if (peak > ceiling) out[i] = ceiling / peak;
  }
  return out;
}

// The least gain within look_ahead frames to both sides.
std::vector<float> least_around(const std::vector<float>& gains) {
  const auto count = static_cast<std::ptrdiff_t>(gains.size());
  std::vector<float> out(gains.size());
  std::deque<std::ptrdiff_t> rising;
  const auto gain = [&](std::ptrdiff_t i) { return gains[static_cast<std::size_t>(i)]; };
  for (std::ptrdiff_t i = 0; i < count + look_ahead; ++i) {
    if (i < count) {
      while (!rising.empty() && gain(rising.back()) >= gain(i)) rising.pop_back();
      rising.push_back(i);
    }
    if (rising.front() < i - 2 * look_ahead) rising.pop_front();
    if (i >= look_ahead) out[static_cast<std::size_t>(i - look_ahead)] = gain(rising.front());
  }
  return out;
}

void release_slowly(std::vector<float>& gains) {
  const auto step = 1 - std::exp(-1 / release_frames);
  double now = 1;
  for (auto& gain : gains) {
    now = gain < now ? gain : now + (gain - now) * step;
    gain = static_cast<float>(now);
  }
}

// A mean over look_ahead frames to both sides: what it averages is nowhere above what the middle needs.
std::vector<float> smoothed(const std::vector<float>& gains) {
  const auto count = static_cast<std::ptrdiff_t>(gains.size());
  const auto gain = [&](std::ptrdiff_t i) {
    return double{gains[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, count - 1))]};
  };
  std::vector<float> out(gains.size());
  double sum = 0;
  for (std::ptrdiff_t i = -look_ahead; i <= look_ahead; ++i) sum += gain(i);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    out[static_cast<std::size_t>(i)] = static_cast<float>(sum / (2 * look_ahead + 1));
    sum += gain(i + look_ahead + 1) - gain(i - look_ahead);
  }
  return out;
}

}  // namespace

void limit(std::vector<float>& samples, float ceiling) {
  auto gains = needed_gains(samples, ceiling);
  if (std::ranges::all_of(gains, [](float gain) { return gain == 1; })) return;
  gains = least_around(gains);
  release_slowly(gains);
  gains = smoothed(gains);
  for (std::size_t i = 0; i < gains.size(); ++i)
    for (std::size_t channel = 0; channel < channels; ++channel) samples[i * channels + channel] *= gains[i];
}

}  // namespace mrbill::media
