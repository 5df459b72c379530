#include "adapters/xapian/letters.hpp"

#include <algorithm>
#include <array>
#include <utf8proc.h>

#include <base/check.hpp>

namespace mrbill::catalog {

namespace {

using Kind = Letter::Kind;

struct Range {
  utf8proc_int32_t first, last;
};
// Hiragana and Katakana with their narrow forms, Han, and scripts of South-East Asia.
constexpr std::array<Range, 12> without_blanks{{{0x0e00, 0x0eff},
                                                {0x1000, 0x109f},
                                                {0x1780, 0x17ff},
                                                {0x3005, 0x3007},
                                                {0x3040, 0x30ff},
                                                {0x31f0, 0x31ff},
                                                {0x3400, 0x4dbf},
                                                {0x4e00, 0x9fff},
                                                {0xa9e0, 0xa9ff},
                                                {0xf900, 0xfaff},
                                                {0xff66, 0xff9d},
                                                {0x20000, 0x3ffff}}};

bool is_narrow_sound_mark(utf8proc_int32_t c) {
  return c == 0xff9e || c == 0xff9f;
}

bool is_of_script_without_blanks(utf8proc_int32_t c) {
  return std::ranges::any_of(without_blanks,
                             [c](Range range) { return c >= range.first && c <= range.last; });
}

Kind kind_of_letter(utf8proc_int32_t c, Kind otherwise) {
  return is_of_script_without_blanks(c) ? Kind::unit : otherwise;
}

Kind kind_of_sign(utf8proc_int32_t c) {
  switch (utf8proc_get_property(c)->boundclass) {
    case UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC:
      return Kind::picture;
    case UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR:
      return Kind::flag;
    default:
      return Kind::other;
  }
}

Kind kind_of(utf8proc_int32_t c) {
  if (is_narrow_sound_mark(c)) return Kind::mark;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return Kind::upper;
    case UTF8PROC_CATEGORY_LL:
      return Kind::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return kind_of_letter(c, Kind::lower);
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return Kind::mark;
    case UTF8PROC_CATEGORY_ND:
      return Kind::digit;
    case UTF8PROC_CATEGORY_NL:
      return kind_of_letter(c, Kind::digit);
    case UTF8PROC_CATEGORY_ZS:
      return Kind::blank;
    default:
      return kind_of_sign(c);
  }
}

}  // namespace

std::vector<Letter> letters_in(std::string_view text) {
  std::vector<Letter> letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t c = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    CHECK(length > 0, "the contract lets only valid UTF-8 in");
    const auto begin = static_cast<std::uint32_t>(at);
    at += static_cast<std::size_t>(length);
    if (utf8proc_get_property(c)->ignorable != 0) continue;
    letters.push_back(
        {begin, static_cast<std::uint32_t>(at), kind_of(c), c < 0x80 ? static_cast<char>(c) : '\0'});
  }
  return letters;
}

}  // namespace mrbill::catalog
