#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include <canvas/light.hpp>

namespace mrbill::canvas {
namespace {

constexpr int side = 240;

// What a white light of radius 110 in the middle of a black surface makes of it.
Surface lit(double alpha) {
  Surface surface(side, side);
  for (int y = 0; y < side; ++y) std::fill_n(surface.row(y), side, 0xFF000000U);
  paint_light(surface, {{side / 2.0, side / 2.0}, 110, Colour{1, 1, 1, alpha}}, 1, {0, 0, side, side},
              nullptr);
  return surface;
}

double strength_at(int x, int y, double alpha) {
  double dx = x - side / 2.0, dy = y - side / 2.0,
         rest = std::max(0.0, 1 - (dx * dx + dy * dy) / (110.0 * 110));
  return alpha * std::pow(rest, 4);
}

TEST(Light, is_seen_wherever_it_is_half_a_step_of_a_colour_or_more) {
  int at_the_edge = 0;
  for (double alpha : {0.01, 0.05, 0.16, 0.3, 0.5, 1.0}) {
    const auto surface = lit(alpha);
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x) {
        const double strength = strength_at(x, y, alpha);
        const auto blue = surface.row(y)[x] & 255U;
        if (strength < 0.0018) {
          EXPECT_EQ(blue, 0U) << x << ", " << y << " at " << alpha;
        }
        if (strength < 0.00197 || strength > 0.00199) continue;  // below it is nothing; above there is noise
        ++at_the_edge;
        EXPECT_EQ(blue, 1U) << x << ", " << y << " at " << alpha;
      }
  }
  EXPECT_GT(at_the_edge, 20);
}

}  // namespace
}  // namespace mrbill::canvas
