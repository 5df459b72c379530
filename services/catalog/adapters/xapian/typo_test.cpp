#include "adapters/xapian/typo.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

TEST(Typos, are_tolerated_by_length) {
  EXPECT_EQ(tolerated_typos("abc"), 0U);
  EXPECT_EQ(tolerated_typos("abcd"), 1U);
  EXPECT_EQ(tolerated_typos("abcdefg"), 1U);
  EXPECT_EQ(tolerated_typos("abcdefgh"), 2U);
}
TEST(Typos, count_each_kind_of_slip_once) {
  for (const auto* slip : {U"sprng", U"sprinng", U"sprjng", U"srping", U"spring"}) {
    EXPECT_TRUE(within_typos(U"spring", slip, 1));
  }
  EXPECT_FALSE(within_typos(U"spring", U"string", 0));
  EXPECT_FALSE(within_typos(U"spring", U"sprnigs", 1));
  EXPECT_TRUE(within_typos(U"spring", U"sprnigs", 2));
  EXPECT_FALSE(within_typos(U"kubernetes", U"kubrentsx", 2));
}
TEST(Typos, know_letters_beyond_ascii) {
  EXPECT_TRUE(within_typos(U"привет", U"превет", 1));
}

}  // namespace
}  // namespace mrbill::catalog
