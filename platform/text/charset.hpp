// Files as people's programs write them, in UTF-8 (glibc's iconv): UTF-8, UTF-16 with or without a mark, and
// Windows-1252 for everything else, which is what a spreadsheet in western Europe and Brazil writes.
//
//   in_utf8("a\xE7\xE3o")      // "ação"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mrbill::text {

enum class Charset : std::uint8_t { utf_8, utf_16_little_endian, utf_16_big_endian, windows_1252 };

// By its mark, by the zeros that UTF-16 has in ASCII, by what is valid UTF-8. A text in UTF-8 with a few
// wrong bytes is in UTF-8.
[[nodiscard]] Charset charset_of(std::string_view file);

// Without the mark. What is no character in its charset is the byte FF, which no UTF-8 holds: so the line
// that has it can be told.
[[nodiscard]] std::string in_utf8(std::string file);

}  // namespace mrbill::text
