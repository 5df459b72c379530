#include <gtest/gtest.h>

#include <text/charset.hpp>
#include <text/text.hpp>

namespace mrbill::text {
namespace {

using namespace std::string_literals;

std::string utf_16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (const auto unit : text) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

TEST(Charset, reads_what_a_spreadsheet_in_brazil_writes) {
  EXPECT_EQ(in_utf8("nome;a\xE7\xE3o \x80\r\n"), "nome;ação €\r\n");
  EXPECT_EQ(in_utf8("\xEF\xBB\xBFnome;ação"), "nome;ação");
  EXPECT_EQ(in_utf8("nome;ação"), "nome;ação");
}

TEST(Charset, reads_utf_16_of_either_order_with_and_without_a_mark) {
  for (const bool big : {false, true}) {
    EXPECT_EQ(in_utf8(utf_16(u"\uFEFFnome\tação 😀\r\n", big)), "nome\tação 😀\r\n");
    EXPECT_EQ(in_utf8(utf_16(u"nome\tação 😀\r\n", big)), "nome\tação 😀\r\n");
  }
}

TEST(Charset, keeps_a_text_in_utf_8_with_a_wrong_byte_as_it_is) {
  const auto file = "ação\n\xFF,x\nolá\n"s;
  EXPECT_EQ(in_utf8(file), file);
}

TEST(Charset, marks_what_is_no_character_so_that_its_line_is_no_utf_8) {
  EXPECT_EQ(in_utf8("a\xE7\x81z\n"s), "aç\xFFz\n");
  EXPECT_EQ(in_utf8(utf_16(u"\uFEFFab", false) + utf_16(u"\xD800", false) + utf_16(u"c", false)),
            "ab\xFF"
            "c");
  EXPECT_EQ(in_utf8("\xFF\xFE"
                    "a\0b"s),
            "a\xFF");
  EXPECT_FALSE(is_valid_utf8(in_utf8("\xE7\x81"s)));
}

TEST(Charset, takes_zeros_and_noise_for_no_utf_16) {
  EXPECT_EQ(in_utf8(std::string(1'000, '\0')), std::string(1'000, '\0'));
  EXPECT_EQ(charset_of(""), Charset::utf_8);
}

TEST(Charset, reads_long_texts_whole) {
  std::string latin;
  std::string expected;
  for (int i = 0; i < 50'000; ++i) {
    latin += "\xE9,";
    expected += "é,";
  }
  EXPECT_EQ(in_utf8(latin), expected);
}

}  // namespace
}  // namespace mrbill::text
