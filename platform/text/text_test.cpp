#include <gtest/gtest.h>

#include <text/text.hpp>

namespace mrbill::text {
namespace {

TEST(Utf8, refuses_overlong_forms_surrogates_and_cut_sequences) {
  EXPECT_TRUE(is_valid_utf8("Ação 日本 🚀"));
  for (const auto* text : {"\xc0\xaf", "\xed\xa0\x80", "\xe2\x82", "\xff", "\xf4\x90\x80\x80"}) {
    EXPECT_FALSE(is_valid_utf8(text));
  }
}

TEST(CodePoints, are_counted_not_bytes) {
  EXPECT_EQ(code_points(""), 0U);
  EXPECT_EQ(code_points("ação"), 4U);
  EXPECT_EQ(code_points("🚀"), 1U);
}

TEST(FirstCodePoints, cut_between_characters) {
  EXPECT_EQ(first_code_points("ação", 3), "açã");
  EXPECT_EQ(first_code_points("ação", 9), "ação");
  EXPECT_EQ(first_code_points("🚀🚀", 1), "🚀");
  EXPECT_EQ(first_code_points("a", 0), "");
}

TEST(Nfc, composes) {
  EXPECT_EQ(nfc("a\xcc\x83"), "\xc3\xa3");
}

TEST(Trimmed, removes_unicode_white_space_at_both_ends_only) {
  EXPECT_EQ(trimmed("\xc2\xa0 a b\t\n"), "a b");
  EXPECT_EQ(trimmed("\xe2\x80\x83"), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Folded, removes_case_and_accents) {
  EXPECT_EQ(folded("AÇÃO"), "acao");
  EXPECT_EQ(folded("Straße"), "strasse");
  EXPECT_EQ(folded("ﬁne"), "fine");
  EXPECT_EQ(folded("Kadıköy İSTANBUL"), "kadikoy istanbul");
  EXPECT_EQ(folded("Ge\u00adsamt\u200bkon\u200cze\u200dpt"), "gesamtkonzept");
}

TEST(Lower, keeps_accents) {
  EXPECT_EQ(lower("AÇÃO C++"), "ação c++");
}

TEST(HasControl, sees_c0_del_and_c1) {
  EXPECT_FALSE(has_control("a b"));
  for (const auto* text : {"\t", "a\n", "\x7f", "\xc2\x85"}) EXPECT_TRUE(has_control(text));
}

}  // namespace
}  // namespace mrbill::text
