#include <gtest/gtest.h>

#include <text/letters.hpp>

namespace mrbill::text {
namespace {

TEST(Letters, are_bytes_in_plain_text) {
  const Letters letters("abc");
  EXPECT_EQ(letters.begin_of(1), 1U);
  EXPECT_EQ(letters.end_of(2), 2U);
  EXPECT_EQ(letters.end_of(9), 3U);
}

TEST(Letters, hold_their_marks_together) {
  const Letters letters("e\u0301a");
  EXPECT_EQ(letters.begin_of(1), 0U);
  EXPECT_EQ(letters.end_of(1), 3U);
  EXPECT_EQ(letters.begin_of(3), 3U);
}

TEST(Letters, are_whole_emoji) {
  const std::string_view text = "x👩\u200d💻y";
  const Letters letters(text);
  EXPECT_EQ(letters.begin_of(5), 1U);
  EXPECT_EQ(letters.end_of(5), text.size() - 1);
}

}  // namespace
}  // namespace mrbill::text
