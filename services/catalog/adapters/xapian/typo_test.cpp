#include "adapters/xapian/typo.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

std::size_t between(std::u32string_view wanted, std::u32string_view spelt) {
  Distance distance{std::u32string(wanted)};
  for (const auto letter : spelt) distance.add(letter);
  return distance.whole();
}

TEST(Typos, are_tolerated_by_length) {
  EXPECT_EQ(tolerated_typos("abc"), 0U);
  EXPECT_EQ(tolerated_typos("abcd"), 1U);
  EXPECT_EQ(tolerated_typos("abcdefg"), 1U);
  EXPECT_EQ(tolerated_typos("abcdefgh"), 2U);
}

TEST(Typos, are_none_in_words_with_a_digit_and_none_in_words_of_one_or_two_letters) {
  for (const auto* word : {"2026", "log4j", "junit5", "covid19"}) {
    EXPECT_EQ(tolerated_typos(word), 0U) << word;
    EXPECT_FALSE(may_be_misspelt(word)) << word;
  }
  for (const auto* word : {"9", "c", "go", "日本"}) EXPECT_FALSE(may_be_misspelt(word)) << word;
  EXPECT_TRUE(may_be_misspelt("vue")) << "beside other words";
}

TEST(Typos, count_each_kind_of_slip_once) {
  EXPECT_EQ(between(U"spring", U"spring"), 0U);
  for (const auto* slip : {U"sprng", U"sprinng", U"sprjng", U"srping", U"string"}) {
    EXPECT_EQ(between(U"spring", slip), 1U);
  }
  EXPECT_EQ(between(U"spring", U"sprnigs"), 2U);
  EXPECT_GT(between(U"kubernetes", U"kubrentsx"), 2U);
  EXPECT_EQ(between(U"", U"ab"), 2U);
}

TEST(Typos, know_letters_beyond_ascii) {
  EXPECT_EQ(between(U"привет", U"превет"), 1U);
  EXPECT_EQ(utf8_of(letters_of("превет")), "превет");
}

TEST(Typos, are_known_of_a_beginning_for_all_words_with_it) {
  Distance distance(U"spring");
  for (const auto letter : std::u32string_view(U"sprxx")) distance.add(letter);
  EXPECT_EQ(distance.least(), 2U);
  distance.keep(3);
  EXPECT_EQ(distance.least(), 0U);
  for (const auto letter : std::u32string_view(U"ing")) distance.add(letter);
  EXPECT_EQ(distance.whole(), 0U);
}

TEST(Typos, leave_only_letters_of_the_word_where_nothing_more_is_forgiven) {
  Distance distance(U"spring");
  distance.add(U's');
  EXPECT_EQ(distance.next_letter(U'a', 1), U'b') << "any letter may be the wrong one";
  EXPECT_EQ(distance.next_letter(U'a', 0), U'p');
  EXPECT_EQ(distance.next_letter(U'p', 0), std::nullopt);
  distance.add(U'r');
  EXPECT_EQ(distance.next_letter(U'a', 1), U'i') << "the p left out";
  EXPECT_EQ(distance.next_letter(U'i', 1), U'p') << "a swap";
  EXPECT_EQ(distance.next_letter(U'p', 1), U'r') << "the p replaced";
}

}  // namespace
}  // namespace mrbill::catalog
