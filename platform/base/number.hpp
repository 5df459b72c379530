// The number that a text is: all of it, with nothing before or behind it, neither a blank nor a plus. The one
// place where numbers are read from texts.
//
//   const auto port = number_in<std::uint16_t>("8080");  // nothing: it is none, or does not fit
//   const auto red = number_in<unsigned>("ff", 16);
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>

namespace mrbill {

template <class Number>
[[nodiscard]] std::optional<Number> number_in(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

template <std::integral Number>
[[nodiscard]] std::optional<Number> number_in(std::string_view text, int base) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace mrbill
