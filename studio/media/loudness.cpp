#include <algorithm>
#include <array>
#include <cmath>
#include <ebur128.h>
#include <limits>
#include <memory>

#include <base/check.hpp>
#include <media/limiter.hpp>
#include <media/loudness.hpp>
#include <media/movie.hpp>

namespace mrbill::media {
namespace {

constexpr double max_gain = 30;       // dB
constexpr double peak_margin = 0.15;  // dB: two interpolations need not agree to the last bit
constexpr int rounds = 8;

struct FreeMeter {
  void operator()(ebur128_state* meter) const { ebur128_destroy(&meter); }
};
using Meter = std::unique_ptr<ebur128_state, FreeMeter>;

Meter make_meter(int mode) {
  Meter out(ebur128_init(2, sample_rate, mode));
  CHECK(out, "there is memory for a meter");
  return out;
}

void feed(const Meter& meter, std::span<const float> samples) {
  CHECK(ebur128_add_frames_float(meter.get(), samples.data(), samples.size() / 2) == EBUR128_SUCCESS,
        "a meter takes any sound");
}

double integrated_of(const Meter& meter) {
  double out = 0;
  CHECK(ebur128_loudness_global(meter.get(), &out) == EBUR128_SUCCESS, "the meter was asked for it");
  return out;
}

float to_factor(double decibels) {
  return static_cast<float>(std::pow(10, decibels / 20));
}

// How loud the samples would be with these gains. Piece by piece: no copy of the whole.
double integrated_with(const GainCurve& gains, std::span<const float> samples) {
  const auto meter = make_meter(EBUR128_MODE_I);
  std::array<float, 8192> piece;
  for (std::size_t from = 0; from < samples.size(); from += piece.size()) {
    const auto part = samples.subspan(from, std::min(piece.size(), samples.size() - from));
    const std::span<float> scaled(piece.data(), part.size());
    std::ranges::copy(part, scaled.begin());
    apply(gains, from / 2, scaled);
    feed(meter, scaled);
  }
  return integrated_of(meter);
}

}  // namespace

double measure_integrated(std::span<const float> samples) {
  const auto meter = make_meter(EBUR128_MODE_I);
  feed(meter, samples);
  return integrated_of(meter);
}

Loudness measure(std::span<const float> samples) {
  const auto meter = make_meter(EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  feed(meter, samples);
  double peak = 0;
  for (unsigned channel = 0; channel < 2; ++channel) {
    double value = 0;
    CHECK(ebur128_true_peak(meter.get(), channel, &value) == EBUR128_SUCCESS, "the meter was asked for it");
    peak = std::max(peak, value);
  }
  return {integrated_of(meter), 20 * std::log10(peak)};
}

std::vector<float> normalise(std::vector<float> samples, LoudnessTarget target) {
  const auto before = measure_integrated(samples);
  if (!std::isfinite(before)) return samples;
  const auto ceiling = to_factor(target.true_peak - peak_margin);
  const Limiter limiter(samples);
  auto gain = std::min(target.integrated - before, max_gain);
  auto gains = limiter.gains(to_factor(gain), ceiling);
  // What the limiter took away is given back, which it takes a part of again.
  for (int round = 0; round < rounds && gain < max_gain; ++round) {
    const auto missing = target.integrated - integrated_with(gains, samples);
    if (std::abs(missing) < 0.05) break;
    gain = std::min(gain + 1.5 * missing, max_gain);
    gains = limiter.gains(to_factor(gain), ceiling);
  }
  apply(gains, 0, samples);
  return samples;
}

}  // namespace mrbill::media
