#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <deque>
#include <numbers>
#include <span>

#include <media/limiter.hpp>

namespace mrbill::media {
namespace {

constexpr std::size_t channels = 2;
// In gains, of which there are 6,000 a second.
constexpr std::ptrdiff_t look_ahead = 30;  // 5 ms
constexpr std::ptrdiff_t smoothing =
    28;                          // less, so that a straight line between two gains stays below both needs
constexpr double release = 600;  // to 63 % of the way back: 100 ms

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

float sample_peak(std::span<const float> samples, std::size_t from, std::size_t end) {
  float out = 0;
  for (auto i = from * channels; i < end * channels; ++i) out = std::max(out, std::abs(samples[i]));
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
  const auto step = 1 - std::exp(-1 / release);
  double now = 1;
  for (auto& gain : gains) {
    now = gain < now ? gain : now + (gain - now) * step;
    gain = static_cast<float>(now);
  }
}

// A mean over gains to both sides: what it averages is nowhere above what the middle needs.
std::vector<float> smoothed(const std::vector<float>& gains) {
  const auto count = static_cast<std::ptrdiff_t>(gains.size());
  const auto gain = [&](std::ptrdiff_t i) {
    return double{gains[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, count - 1))]};
  };
  std::vector<float> out(gains.size());
  double sum = 0;
  for (auto i = -smoothing; i <= smoothing; ++i) sum += gain(i);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    out[static_cast<std::size_t>(i)] = static_cast<float>(sum / (2 * smoothing + 1));
    sum += gain(i + smoothing + 1) - gain(i - smoothing);
  }
  return out;
}

}  // namespace

Limiter::Limiter(std::span<const float> samples) {
  const auto phases = make_phases();
  const auto frames = samples.size() / channels;
  const auto loudest = sample_peak(samples, 0, frames);
  peaks_.reserve(frames / frames_per_gain + 1);
  for (std::size_t from = 0; from < frames; from += frames_per_gain) {
    const auto end = std::min(from + frames_per_gain, frames);
    auto peak = sample_peak(samples, from, std::min(end + 1, frames));
    // Only near the loudest places does it matter what lies between the samples.
    if (peak > 0.2F * loudest)
      for (auto i = std::max(from, before); i < std::min(end, frames - std::min(frames, taps - before)); ++i)
        peak = std::max(peak, peak_at(samples, i, phases));
    peaks_.push_back(peak);
  }
}

GainCurve Limiter::gains(float factor, float ceiling) const {
  GainCurve out(peaks_.size());
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = peaks_[i] * factor > ceiling ? ceiling / (peaks_[i] * factor) : 1;
  if (!std::ranges::all_of(out, [](float gain) { return gain == 1; })) {
    out = least_around(out);
    release_slowly(out);
    out = smoothed(out);
  }
  for (auto& gain : out) gain *= factor;
  return out;
}

void apply(const GainCurve& gains, std::size_t first_frame, std::span<float> samples) {
  constexpr auto half = static_cast<double>(frames_per_gain) / 2;
  for (std::size_t i = 0; i < samples.size() / channels; ++i) {
    const auto place = std::max((static_cast<double>(first_frame + i) + 0.5 - half) / frames_per_gain, 0.0);
    const auto at = std::min(static_cast<std::size_t>(place), gains.size() - 1);
    const auto next = std::min(at + 1, gains.size() - 1);
    const auto gain =
        gains[at] + static_cast<float>(place - static_cast<double>(at)) * (gains[next] - gains[at]);
    for (std::size_t channel = 0; channel < channels; ++channel) samples[i * channels + channel] *= gain;
  }
}

}  // namespace mrbill::media
