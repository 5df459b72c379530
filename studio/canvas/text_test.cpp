#include <gtest/gtest.h>

#include <canvas/canvas_fixture.hpp>

namespace mrbill::canvas {
namespace {

const TextStyle style{.family = "Inter, Noto Sans, Noto Sans Arabic, Noto Sans CJK JP, Noto Color Emoji",
                      .size = 40};

TEST(Text, ends_in_an_ellipsis_where_it_does_not_fit) {
  Canvas canvas;
  auto text = canvas.setter.set(std::string(80, 'W'), style, {.width = 300});
  EXPECT_TRUE(text->cut());
  EXPECT_LE(text->ink().right(), 301);
}

TEST(Text, is_made_smaller_to_fit_its_box) {
  Canvas canvas;
  auto text = canvas.setter.fit("a-rather-long-name-of-something", style, {250, 60});
  EXPECT_FALSE(text->cut());
  EXPECT_LE(text->width(), 250.5);
  EXPECT_LT(text->size(), 40);
}

TEST(Text, keeps_long_words_whole_when_it_wraps) {
  Canvas canvas;
  auto text = canvas.setter.fit("hexagonal-python", {.family = "Inter", .size = 100}, {480, 400}, 2);
  EXPECT_EQ(text->lines(), 2);
  EXPECT_FALSE(text->cut());
}

TEST(Text, has_a_glyph_for_every_script_we_bundle) {
  Canvas canvas;
  for (const char* words :
       {"Olá", "日本語の名前", "한국어", "مكتبة", "שלום", "नमस्ते", "สวัสดี", "Привет", "Γειά"})
    EXPECT_TRUE(canvas.setter.set(words, style)->boxes().empty()) << words;
}

TEST(Text, shows_emoji_in_colour) {
  Canvas canvas;
  auto text = canvas.setter.set("🚀", style);
  EXPECT_TRUE(text->coloured());
  Picture picture({100, 100});
  picture.ground({paper, paper, {}, 0, {}});
  picture.text(text, {20, 70}, ink);
  auto surface = Canvas::drawn(picture);
  int colourful = 0;
  for (int y = 0; y < 100; ++y)
    for (int x = 0; x < 100; ++x) {
      auto red = static_cast<int>((surface.row(y)[x] >> 16) & 255),
           blue = static_cast<int>(surface.row(y)[x] & 255);
      if (std::abs(red - blue) > 60) ++colourful;
    }
  EXPECT_GT(colourful, 50);
}

TEST(Text, is_harmless_whatever_it_was) {
  EXPECT_EQ(harmless("a\nb\t c"), "a b c");
  EXPECT_EQ(harmless("evil\u202Etxt"), "eviltxt");
  EXPECT_EQ(harmless(std::string(5000, 'x'), 100).size(), 100u);
  EXPECT_FALSE(harmless("\xff\xfe broken").empty());
}

TEST(Text, of_hostile_bytes_is_set_without_harm) {
  Canvas canvas;
  for (const auto& words : {std::string("\0\0", 2), std::string("\xc3\x28"), std::string(20000, '\n'),
                            std::string("\U0010FFFF"), std::string(3000, '\xe2')})
    EXPECT_NO_THROW(static_cast<void>(canvas.setter.set(words, style, {.width = 200, .lines = 3})));
}

TEST(Text, aligns_right_to_left_words_as_it_is_told) {
  Canvas canvas;
  auto text = canvas.setter.set("مكتبة الشبكات", style, {.width = 600});
  EXPECT_LT(text->ink().x, 20);
}

}  // namespace
}  // namespace mrbill::canvas
