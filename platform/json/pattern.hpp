// The part of ECMA-262 regular expressions that contracts use: ^ item item ... $, an item being a character
// or a class with ? * + or nothing. contractgen turns the text into this form; matching takes time in
// proportion to the text, whatever it holds.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mrbill::json {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

struct PatternItem {
  std::span<const CharacterRange> ranges;
  bool negated = false;
  bool optional = false;  // ? and *
  bool repeated = false;  // * and +
};

struct Pattern {
  std::span<const PatternItem> items;  // at most 63
  std::string_view demand;             // in words, for the error: "must be digits only"
};

// Of valid UTF-8.
[[nodiscard]] bool matches(const Pattern& pattern, std::string_view text);

}  // namespace mrbill::json
