// PDF's own spelling of numbers, strings, dates and references (ISO 32000-1, 7.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <base/clock.hpp>

namespace mrbill::pdf {

using Ref = std::uint32_t;  // an object's number; generations are always 0

void append_number(std::string& out, double value);           // at most three decimals, no trailing zeros
void append_ref(std::string& out, Ref ref);                   // "12 0 R"
void append_text(std::string& out, std::string_view utf8);    // a text string: ASCII as it is, else UTF-16
void append_bytes(std::string& out, std::string_view bytes);  // a byte string
void append_utf16_hex(std::string& out, std::string_view utf8);
[[nodiscard]] std::string date(Timestamp time);  // "(D:20260102143000Z)"

// The code points of valid UTF-8 one by one.
struct Decoded {
  char32_t character = 0;
  std::size_t size = 0;
};
[[nodiscard]] inline Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };
  const auto first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0 && text.size() >= 2) return {static_cast<char32_t>(first & 0x1F) << 6 | tail(1), 2};
  if (first < 0xF0 && text.size() >= 3)
    return {static_cast<char32_t>(first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3};
  if (text.size() >= 4)
    return {static_cast<char32_t>(first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
  return {0xFFFD, 1};
}

}  // namespace mrbill::pdf
