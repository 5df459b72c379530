// What a code point is, for the files of this folder.
#pragma once

#include <algorithm>
#include <string_view>
#include <utf8proc.h>

namespace mrbill::text {

[[nodiscard]] inline bool is_white_space(utf8proc_int32_t c) {
  const auto category = utf8proc_category(c);
  return (c >= 0x09 && c <= 0x0d) || c == 0x85 || category == UTF8PROC_CATEGORY_ZS ||
         category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace mrbill::text
