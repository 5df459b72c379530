#include "adapters/xapian/highlighter.hpp"

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include <testing/unicode_data.hpp>

#include "adapters/xapian/tokeniser.hpp"

namespace mrbill::catalog {
namespace {

// The borders of the letters of a line of Unicode's test, and its text.
struct Sample {
  std::string text;
  std::vector<std::uint32_t> borders = {};
};

Sample sample(const std::string& line) {
  Sample made{.text = "Word "};
  for (std::uint32_t at = 0; at < made.text.size(); ++at) made.borders.push_back(at);
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    if (word == "÷")
      made.borders.push_back(static_cast<std::uint32_t>(made.text.size()));
    else if (word != "×")
      made.text += testing::utf8_of(word);
  }
  return made;
}

std::vector<Highlight> highlights_of(const std::string& word, const std::string& description) {
  schema::ShownText shown;
  shown.description = description;
  return Highlighter({word}).highlights(shown);
}

}  // namespace

TEST(Highlighter, marks_whole_letters_in_every_text_of_unicodes_test) {
  std::size_t marked = 0;
  for (const auto& line : testing::unicode_lines("auxiliary/GraphemeBreakTest.txt")) {
    const auto text = sample(line);
    for (const auto& token : tokenise(text.text, Joins::blanks)) {
      const auto found = highlights_of(token.word, text.text);
      ASSERT_EQ(found.size(), 1U) << line;
      ASSERT_EQ(found[0].fragment, text.text) << line;
      for (const auto& [begin, end] : found[0].marks) {
        EXPECT_TRUE(std::ranges::binary_search(text.borders, begin)) << line << " at " << begin;
        EXPECT_TRUE(std::ranges::binary_search(text.borders, end)) << line << " at " << end;
        EXPECT_LT(begin, end) << line;
        ++marked;
      }
    }
  }
  EXPECT_GT(marked, 600U);
}

TEST(Highlighter, cuts_a_long_text_between_letters) {
  const std::string family = "👩\u200d👩\u200d👧\u200d👦";
  std::string text;
  for (int i = 0; i < 30; ++i) text += family;
  text += " kafka ";
  for (int i = 0; i < 30; ++i) text += family;
  const auto found = highlights_of("kafka", text);
  ASSERT_EQ(found.size(), 1U);
  const auto& fragment = found[0].fragment;
  EXPECT_LT(fragment.size(), 300U);
  EXPECT_TRUE(fragment.starts_with(family) || fragment.starts_with(" kafka")) << fragment;
  EXPECT_TRUE(fragment.ends_with(family)) << fragment;
}

}  // namespace mrbill::catalog
