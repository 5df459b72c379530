#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include <pdf/syntax.hpp>

namespace mrbill::pdf {

void append_number(std::string& out, double value) {
  auto thousandths = std::llround(value * 1000);
  if (thousandths < 0) {
    out += '-';
    thousandths = -thousandths;
  }
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, thousandths / 1000).ptr;
  out.append(digits, end);
  auto rest = static_cast<int>(thousandths % 1000);
  if (rest == 0) return;
  out += '.';
  for (int place = 100; rest > 0; place /= 10) {
    out += static_cast<char>('0' + rest / place);
    rest %= place;
  }
}

void append_ref(std::string& out, Ref ref) {
  char digits[12];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, ref).ptr) += " 0 R";
}

void append_bytes(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char byte : bytes) {
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    if (byte == '\r') {
      out += "\\r";  // a bare one would be read as a line feed
    } else {
      out += byte;
    }
  }
  out += ')';
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const auto unit = [&](char32_t value) {
    for (int shift = 12; shift >= 0; shift -= 4) out += hex[value >> shift & 15];
  };
  while (!utf8.empty()) {
    const auto [character, size] = decode(utf8);
    utf8.remove_prefix(size);
    if (character < 0x10000) {
      unit(character);
    } else {
      unit(0xD800 + ((character - 0x10000) >> 10));
      unit(0xDC00 + ((character - 0x10000) & 0x3FF));
    }
  }
}

void append_text(std::string& out, std::string_view utf8) {
  if (std::ranges::all_of(utf8, [](char byte) { return byte >= 0x20 && byte < 0x7F; }))
    return append_bytes(out, utf8);
  out += "<FEFF";
  append_utf16_hex(out, utf8);
  out += '>';
}

std::string date(Timestamp time) {
  const auto days = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day day(days);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - days));
  return fmt::format("(D:{:04}{:02}{:02}{:02}{:02}{:02}Z)", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace mrbill::pdf
