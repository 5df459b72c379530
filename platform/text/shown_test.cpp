#include <utf8proc.h>

#include <gtest/gtest.h>

#include <text/shown.hpp>
#include <text/text.hpp>

namespace mrbill::text {
namespace {

std::string with_marks(int count) {
  std::string out = "Z";
  for (int i = 0; i < count; ++i) out += "\u0301";
  return out;
}

TEST(Shown, turns_no_line_round) {
  EXPECT_EQ(shown_line("invoice\u202efdp.exe"), "invoicefdp.exe");
  for (const auto* turn :
       {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    EXPECT_EQ(shown_line(std::string("a") + turn + "b"), "ab");
    EXPECT_EQ(shown_prose(std::string("a\n") + turn + "b"), "a\nb");
  }
}

TEST(Shown, hides_nothing) {
  for (const auto* hidden :
       {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u2063", "\u180e", "\u3164", "\uffa0", "\u115f",
        "\u034f", "\U000e0041", "\U000e007f", "\u200e", "\u200f", "\ufff9"}) {
    EXPECT_EQ(shown_line(std::string("Ana") + hidden + " Souza"), "Ana Souza");
    EXPECT_EQ(shown_line(hidden), "");
  }
}

TEST(Shown, is_empty_where_there_is_nothing_to_see) {
  for (const auto* blank : {"\u00ad", "\u2800", "\u0301", "\ufe0f", "\u200b \u200b", "\u3000"})
    EXPECT_EQ(shown_line(blank), "") << blank;
}

TEST(Shown, tells_at_a_glance_only_of_what_is_shown_as_it_was_sent) {
  int told = 0;
  for (utf8proc_int32_t c = 0; c < 0x110000; ++c) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(c, bytes);
    if (length <= 0) continue;  // half a surrogate pair
    const std::string sent(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    for (const auto& text : {sent, "a" + sent, sent + "e\u00e9" + sent}) {
      if (!is_shown_as_sent(text)) continue;
      ++told;
      ASSERT_EQ(shown_line(text), text) << c;
      ASSERT_EQ(shown_prose(text), text) << c;
    }
  }
  EXPECT_EQ(told, 3 * (127 + 0x200));  // ASCII but the tab, and U+00C0 to U+02BF
}

TEST(Shown, tells_at_a_glance_of_every_place_of_a_text) {
  const std::string plain = "twenty-one characters";
  EXPECT_TRUE(is_shown_as_sent(plain));
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    for (const auto* other : {"\t", "\u00ad", "\u200b", "\u202e", "\u0301"})
      EXPECT_FALSE(is_shown_as_sent(std::string(plain).insert(at, other))) << at;
    for (const auto* same : {"\b", "\n", "\x7f", "\u00e9", "\u02bf"})
      EXPECT_TRUE(is_shown_as_sent(std::string(plain).insert(at, same))) << at;
  }
}

TEST(Shown, lets_marks_climb_only_so_far) {
  EXPECT_EQ(shown_line(with_marks(3)), with_marks(3));
  EXPECT_EQ(shown_line(with_marks(60)), with_marks(max_marks));
  EXPECT_EQ(shown_line("\u0301\u0301Ana"), "Ana");
}

TEST(Shown, keeps_emoji_and_their_joiners) {
  for (const auto* emoji :
       {"🚀 rocket launch", "👩‍💻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👩🏽‍🚀",
        "🏴‍☠️", "❤️‍🔥", "1️⃣", "🇧🇷",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f Ost", "☎︎"}) {
    EXPECT_EQ(shown_line(emoji), emoji);
  }
}

TEST(Shown, keeps_what_scripts_need) {
  for (const auto* word :
       {"می‌خواهم", "क्‍ष", "നന്‍", "ශ්‍රී",
        "Ge\u00adsamt\u00adkon\u00adzept", "שָׁלוֹם", "عربي\u200f C++", "Tiếng Việt", "ภาษาไทยที่", "日本語",
        "葛\U000e0100城", "ཧཱུྃ", "ᠮᠣᠩᠭᠣᠯ", "한국어", "e\u0301\u0323"}) {
    EXPECT_EQ(shown_line(word), word);
  }
}

TEST(Shown, takes_tags_for_a_flag_only) {
  EXPECT_EQ(shown_line("\U0001f3f4\U000e0068\U000e0069"), "\U0001f3f4");
  EXPECT_EQ(shown_line("a\U000e0068\U000e0069\U000e007f"), "a");
}

TEST(Shown, makes_a_tab_of_a_line_a_space_and_leaves_prose) {
  EXPECT_EQ(shown_line("copied\tfrom a table"), "copied from a table");
  EXPECT_EQ(shown_line("\tação"), " ação");
  EXPECT_EQ(shown_prose("a\tb\r\nc"), "a\tb\r\nc");
}

TEST(Shown, changes_nothing_the_second_time) {
  for (const auto* text : {"a\u200d\u202e\u0301b", "👩\u200d\u200d💻", "x\u00ad\u00ady",
                           "\u200c\u0645\u200c\u200c\u06cc", "\U0001f3f4\U0001f3f4\U000e0067\U000e007f"}) {
    const auto once = shown_line(text);
    EXPECT_EQ(shown_line(once), once);
    EXPECT_TRUE(is_valid_utf8(once));
  }
}

TEST(TidyLine, is_shown_composed_and_trimmed) {
  EXPECT_EQ(tidy_line(" \u200bAna\tSouza\u200b "), "Ana Souza");
  EXPECT_EQ(tidy_line("a\u0303"), "\u00e3");
  EXPECT_EQ(tidy_line("\u200b"), "");
}

}  // namespace
}  // namespace mrbill::text
