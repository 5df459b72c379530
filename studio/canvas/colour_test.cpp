#include <gtest/gtest.h>

#include <canvas/colour.hpp>

namespace mrbill::canvas {
namespace {

TEST(Colour, comes_back_from_oklch_as_it_went) {
  auto back = oklch(colour({0.62, 0.12, 29}));
  EXPECT_NEAR(back.lightness, 0.62, 0.002);
  EXPECT_NEAR(back.chroma, 0.12, 0.002);
  EXPECT_NEAR(back.hue, 29, 0.5);
}

TEST(Colour, gives_up_chroma_and_keeps_lightness_and_hue_where_a_screen_cannot_show_it) {
  auto shown = oklch(colour({0.9, 0.4, 264}));
  EXPECT_NEAR(shown.lightness, 0.9, 0.01);
  EXPECT_NEAR(shown.hue, 264, 3);
  EXPECT_LT(shown.chroma, 0.1);
}

TEST(Colour, is_moved_until_it_can_be_read) {
  Colour ground{0.1, 0.1, 0.12, 1};
  EXPECT_GE(contrast(readable({0.15, 0.1, 0.2, 1}, ground, 4.5), ground), 4.5);
}

TEST(Colour, is_read_from_hex_and_nothing_else) {
  EXPECT_EQ(from_hex("#ff0000", {}), (Colour{1, 0, 0, 1}));
  EXPECT_EQ(from_hex("red", {0, 0, 1, 1}), (Colour{0, 0, 1, 1}));
  EXPECT_EQ(from_hex("#12345g", {0, 0, 1, 1}), (Colour{0, 0, 1, 1}));
}

}  // namespace
}  // namespace mrbill::canvas
