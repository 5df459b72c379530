#include <gtest/gtest.h>

#include <text/characters.hpp>

namespace mrbill::text {
namespace {

TEST(Characters, are_bytes_in_plain_text) {
  const Characters characters("abc");
  EXPECT_EQ(characters.begin_of(1), 1U);
  EXPECT_EQ(characters.end_of(2), 2U);
  EXPECT_EQ(characters.end_of(9), 3U);
}

TEST(Characters, hold_their_marks_together) {
  const Characters characters("e\u0301a");
  EXPECT_EQ(characters.begin_of(1), 0U);
  EXPECT_EQ(characters.end_of(1), 3U);
  EXPECT_EQ(characters.begin_of(3), 3U);
}

TEST(Characters, are_whole_emoji) {
  const std::string_view text = "x👩\u200d💻y";
  const Characters characters(text);
  EXPECT_EQ(characters.begin_of(5), 1U);
  EXPECT_EQ(characters.end_of(5), text.size() - 1);
}

}  // namespace
}  // namespace mrbill::text
