#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include <media/mix.hpp>
#include <media/movie.hpp>

namespace mrbill::media {
namespace {

std::vector<float> steady(double seconds, float value = 0.5F) {
  return std::vector<float>(static_cast<std::size_t>(seconds * sample_rate) * 2, value);
}
float at(const std::vector<float>& samples, double second) {
  return samples[static_cast<std::size_t>(second * sample_rate) * 2];
}

TEST(Mix, cuts_a_longer_track_under_a_fade) {
  const auto out = fit_to_length(steady(30), 20.0001, {.in = 0.1, .out = 2});
  EXPECT_EQ(out.size(), 2U * static_cast<std::size_t>(std::llround(20.0001 * sample_rate)));
  EXPECT_EQ(out.front(), 0);
  EXPECT_EQ(out.back(), 0);
  EXPECT_FLOAT_EQ(at(out, 10), 0.5F);
  EXPECT_NEAR(at(out, 19), 0.25, 0.01);
}

TEST(Mix, plays_a_shorter_track_again_without_a_hole) {
  const auto out = fit_to_length(steady(7), 40, {.in = 0, .out = 0});
  EXPECT_EQ(out.size(), 40U * 2 * sample_rate);
  EXPECT_GE(*std::ranges::min_element(out), 0.49F);
  EXPECT_LE(*std::ranges::max_element(out), 0.5F * 1.42F);
  EXPECT_EQ(fit_to_length({}, 1), std::vector<float>(2 * sample_rate));
}

}  // namespace
}  // namespace mrbill::media
