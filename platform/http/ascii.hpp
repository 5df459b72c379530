// What the grammar of HTTP needs of ASCII (RFC 9110 section 5.6): letter case, tokens, lists. No locale.
#pragma once

#include <algorithm>
#include <string_view>

#include <base/ascii.hpp>

namespace mrbill::http::ascii {

using mrbill::ascii::equal_without_case;
using mrbill::ascii::is_blank;
using mrbill::ascii::is_digit;
using mrbill::ascii::is_letter;
using mrbill::ascii::lower;
using mrbill::ascii::trimmed;

[[nodiscard]] constexpr bool is_visible(char c) {
  return c > ' ' && c < '\x7f';
}

[[nodiscard]] constexpr bool is_token_character(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

[[nodiscard]] constexpr bool all_visible(std::string_view text) {
  return std::ranges::all_of(text, is_visible);
}
// May be sent as the value of a field: no end of line, no other control character than a tab.
[[nodiscard]] constexpr bool is_field_value(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f'); });
}
[[nodiscard]] constexpr bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

// Calls visit(element) for each element of a comma-separated list, trimmed, empty ones left out.
template <class Visit>
constexpr void for_each_element(std::string_view list, Visit visit) {
  while (!list.empty()) {
    auto comma = std::min(list.find(','), list.size());
    if (auto element = trimmed(list.substr(0, comma)); !element.empty()) visit(element);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

}  // namespace mrbill::http::ascii
