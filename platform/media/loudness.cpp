#include <algorithm>
#include <cmath>
#include <ebur128.h>
#include <limits>
#include <media/limiter.hpp>
#include <media/loudness.hpp>
#include <media/movie.hpp>
#include <memory>

#include <base/check.hpp>

namespace mrbill::media {
namespace {

constexpr double most_gain = 30;      // dB
constexpr double peak_margin = 0.15;  // dB: two interpolations need not agree to the last bit
constexpr int rounds = 8;

struct FreeMeter {
  void operator()(ebur128_state* meter) const { ebur128_destroy(&meter); }
};
using Meter = std::unique_ptr<ebur128_state, FreeMeter>;

Meter meter_of(std::span<const float> samples, int mode) {
  Meter out(ebur128_init(2, sample_rate, mode));
  CHECK(out, "there is memory for a meter");
  CHECK(ebur128_add_frames_float(out.get(), samples.data(), samples.size() / 2) == EBUR128_SUCCESS,
        "a meter takes any sound");
  return out;
}

double integrated_of(const Meter& meter) {
  double out = 0;
  CHECK(ebur128_loudness_global(meter.get(), &out) == EBUR128_SUCCESS, "the meter was asked for it");
  return out;
}

float to_factor(double decibels) {
  return static_cast<float>(std::pow(10, decibels / 20));
}

std::vector<float> louder(const std::vector<float>& samples, double gain, double ceiling) {
  auto out = samples;
  for (auto& sample : out) sample *= to_factor(gain);
  limit(out, to_factor(ceiling));
  return out;
}

}  // namespace

double measure_integrated(std::span<const float> samples) {
  return integrated_of(meter_of(samples, EBUR128_MODE_I));
}

Loudness measure(std::span<const float> samples) {
  const auto meter = meter_of(samples, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  double peak = 0;
  for (unsigned channel = 0; channel < 2; ++channel) {
    double value = 0;
    CHECK(ebur128_true_peak(meter.get(), channel, &value) == EBUR128_SUCCESS, "the meter was asked for it");
    peak = std::max(peak, value);
  }
  return {integrated_of(meter), 20 * std::log10(peak)};
}

std::vector<float> normalise(std::vector<float> samples, LoudnessTarget target) {
  const auto ceiling = target.true_peak - peak_margin;
  const auto before = measure_integrated(samples);
  if (!std::isfinite(before)) return samples;
  auto gain = std::min(target.integrated - before, most_gain);
  auto out = louder(samples, gain, ceiling);
  // What the limiter took away is given back, which it takes a part of again.
  for (int round = 0; round < rounds; ++round) {
    const auto missing = target.integrated - measure_integrated(out);
    if (std::abs(missing) < 0.05 || gain >= most_gain) break;
    gain = std::min(gain + 1.5 * missing, most_gain);
    out = louder(samples, gain, ceiling);
  }
  return out;
}

}  // namespace mrbill::media
