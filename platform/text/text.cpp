#include <cstdlib>
#include <memory>
#include <utf8proc.h>

#include <base/ascii.hpp>
#include <base/check.hpp>
#include <text/code_point_kinds.hpp>
#include <text/text.hpp>

namespace mrbill::text {

namespace {

// Reads one code point at `at` and moves on; -1 for what is not UTF-8.
utf8proc_int32_t next_code_point(std::string_view text, std::size_t& at) {
  utf8proc_int32_t code_point = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (length <= 0) return -1;
  at += static_cast<std::size_t>(length);
  return code_point;
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &out, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  CHECK(length >= 0, "callers pass valid UTF-8 only");
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (next_code_point(text, at) < 0) return false;
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t max) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
    if (begins && max-- == 0) break;
  }
  return text.substr(0, at);
}

std::string nfc(std::string_view text) {
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string trimmed(std::string_view text) {
  std::size_t first = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const auto c = next_code_point(text, at);
    CHECK(c >= 0, "callers pass valid UTF-8 only");
    if (is_white_space(c)) continue;
    if (first == text.size()) first = start;
    end = at;
  }
  return first < end ? std::string(text.substr(first, end - first)) : std::string();
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    CHECK(c >= 0, "callers pass valid UTF-8 only");
    utf8proc_uint8_t buffer[4];
    const auto length = utf8proc_encode_char(utf8proc_tolower(c), buffer);
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
  }
  return out;
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return ascii::lowered(text);
  // Marks go before the case does: folding case makes a letter of the iota below ᾳ, but only where the two
  // are one code point.
  constexpr int plain_characters =
      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  auto plain = mapped(mapped(text, plain_characters), plain_characters | UTF8PROC_CASEFOLD);
  constexpr std::string_view dotless = "\u0131";  // no mark of an i, to Unicode
  for (auto at = plain.find(dotless); at != std::string::npos; at = plain.find(dotless, at))
    plain.replace(at, dotless.size(), "i");
  return plain;
}

bool has_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return true;
  }
  return false;
}

}  // namespace mrbill::text
