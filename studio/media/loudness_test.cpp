#include <algorithm>
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include <media/loudness.hpp>
#include <media/movie.hpp>

namespace mrbill::media {
namespace {

std::vector<float> sine(double hertz, double amplitude, double seconds, double phase = 0) {
  std::vector<float> out(static_cast<std::size_t>(seconds * sample_rate) * 2);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto time = static_cast<double>(i / 2) / sample_rate;
    out[i] = static_cast<float>(amplitude * std::sin(2 * std::numbers::pi * hertz * time + phase));
  }
  return out;
}

// Quiet noise with hard hits: what a limiter has to work for.
std::vector<float> drums(double seconds) {
  auto out = sine(220, 0.05, seconds);
  std::uint32_t state = 7;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto since_hit = static_cast<double>(i / 2 % 24'000) / sample_rate;
    state = state * 1664525 + 1013904223;
    const auto noise = static_cast<double>(state) / 4294967296.0 - 0.5;
    out[i] += static_cast<float>(noise * std::exp(-since_hit * 60));
  }
  return out;
}

// EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS is -23 LUFS.
TEST(Loudness, is_that_of_the_ebus_test_signals) {
  EXPECT_NEAR(measure(sine(1000, std::pow(10, -23 / 20.0), 20)).integrated, -23, 0.1);
  EXPECT_NEAR(measure(sine(1000, std::pow(10, -33 / 20.0), 20)).integrated, -33, 0.1);
}

TEST(Loudness, sees_peaks_between_the_samples) {
  const auto loudness = measure(sine(12'000, 0.5, 2, std::numbers::pi / 4));  // no sample is above 0.354
  EXPECT_NEAR(loudness.true_peak, 20 * std::log10(0.5), 0.3);
}

TEST(Loudness, of_silence_is_minus_infinity_and_stays_silence) {
  const std::vector<float> silence(96'000);
  EXPECT_TRUE(std::isinf(measure(silence).integrated));
  EXPECT_EQ(normalise(silence), silence);
  EXPECT_EQ(normalise({}).size(), 0U);
}

TEST(Loudness, is_normalised_without_a_peak_above_the_ceiling) {
  for (const auto& samples : {drums(10), sine(1000, 0.9, 5), sine(50, 0.1, 5)}) {
    const auto loudness = measure(normalise(samples));
    EXPECT_NEAR(loudness.integrated, -14, 0.2);
    EXPECT_LE(loudness.true_peak, -1.5);
  }
}

TEST(Loudness, is_not_forced_on_what_is_all_but_silent) {
  const auto loudness = measure(normalise(sine(1000, 0.0005, 5)));
  EXPECT_NEAR(loudness.integrated, -66 + 30, 0.3);
}

TEST(Loudness, is_limited_without_a_jump) {
  const auto before = drums(3);
  const auto after = normalise(before);
  double steepest = 0;
  double last = 0;
  for (std::size_t i = 0; i < before.size(); i += 2) {
    if (std::abs(before[i]) < 0.01F) continue;
    const auto gain = 20 * std::log10(double{after[i]} / double{before[i]});
    if (last != 0) steepest = std::max(steepest, std::abs(gain - last));
    last = gain;
  }
  EXPECT_LT(steepest, 0.7);  // dB from one audible sample to the next
}

}  // namespace
}  // namespace mrbill::media
