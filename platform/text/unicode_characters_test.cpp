// Characters as people see them, and what is left out of a text, held against Unicode's own files.
#include <sstream>

#include <gtest/gtest.h>

#include <testing/unicode_data.hpp>
#include <text/characters.hpp>
#include <text/shown.hpp>
#include <text/text.hpp>

namespace mrbill::text {
namespace {

using testing::code_points_of;
using testing::fields_of;
using testing::unicode_lines;
using testing::utf8_of;

// A text by its characters: ÷ stands between two of them, × within one.
std::vector<std::string> characters_in(const std::string& line) {
  std::istringstream words(line);
  std::vector<std::string> characters;
  for (std::string word; words >> word;) {
    if (word == "÷")
      characters.emplace_back();
    else if (word != "×")
      characters.back() += utf8_of(word);
  }
  characters.pop_back();  // behind the last border
  return characters;
}

std::vector<std::string> emoji() {
  const testing::UnicodeAge age;
  std::vector<std::string> out;
  for (const auto& line : unicode_lines("emoji/emoji-test.txt")) {
    const auto fields = fields_of(line);
    if (fields[1] == "fully-qualified" && age.knows(code_points_of(fields[0])))
      out.push_back(utf8_of(fields[0]));
  }
  return out;
}

TEST(UnicodeCharacters, begin_and_end_where_unicodes_test_says) {
  const auto lines = unicode_lines("auxiliary/GraphemeBreakTest.txt");
  EXPECT_GT(lines.size(), 600U);
  for (const auto& line : lines) {
    std::string text;
    for (const auto& character : characters_in(line)) text += character;
    const Characters characters(text);
    std::uint32_t begin = 0;
    for (const auto& character : characters_in(line)) {
      const auto end = begin + static_cast<std::uint32_t>(character.size());
      for (auto at = begin; at < end; ++at) EXPECT_EQ(characters.begin_of(at), begin) << line;
      for (auto at = begin + 1; at <= end; ++at) EXPECT_EQ(characters.end_of(at), end) << line;
      begin = end;
    }
  }
}

TEST(UnicodeCharacters, are_whole_emoji_of_every_kind) {
  const auto all = emoji();
  EXPECT_GT(all.size(), 3'500U);
  for (const auto& one : all) {
    const Characters characters("a" + one + "b");
    EXPECT_EQ(characters.end_of(2), 1 + one.size()) << one;
    EXPECT_EQ(characters.begin_of(static_cast<std::uint32_t>(one.size())), 1U) << one;
  }
}

TEST(UnicodeShown, keeps_emoji_of_every_kind_as_they_are) {
  for (const auto& one : emoji())
    EXPECT_EQ(shown_line("a" + one + "b " + one), "a" + one + "b " + one) << one;
}

// Default_Ignorable_Code_Point: what a program that does not know it shows nothing for.
TEST(UnicodeShown, leaves_nothing_between_latin_characters_that_nobody_sees) {
  std::size_t hidden = 0;
  for (const auto& line : unicode_lines("DerivedCoreProperties.txt")) {
    const auto fields = fields_of(line);
    if (fields[1] != "Default_Ignorable_Code_Point") continue;
    const auto dots = fields[0].find("..");
    const auto first = code_points_of(fields[0].substr(0, dots)).at(0);
    const auto last = dots == std::string::npos ? first : code_points_of(fields[0].substr(dots + 2)).at(0);
    for (auto c = first; c <= last; ++c, ++hidden) {
      const bool is_wanted = c == 0xAD || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
                             (c >= 0x180B && c <= 0x180F && c != 0x180E);  // soft hyphen, variation selectors
      const auto text = "a" + utf8_of(std::u32string(1, c)) + "b";
      EXPECT_EQ(shown_line(text), is_wanted ? text : "ab") << std::hex << static_cast<unsigned>(c);
    }
  }
  EXPECT_GT(hidden, 4'000U);
}

TEST(UnicodeShown, changes_nothing_the_second_time_and_is_then_composed_to_stay) {
  for (const auto& line : unicode_lines("auxiliary/GraphemeBreakTest.txt")) {
    std::string text;
    for (const auto& character : characters_in(line)) text += character;
    const auto kept = tidy_line(text);
    EXPECT_EQ(shown_line(shown_line(text)), shown_line(text)) << line;
    EXPECT_EQ(tidy_line(kept), kept) << line;
  }
}

}  // namespace
}  // namespace mrbill::text
