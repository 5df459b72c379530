// The letters of a text as words are made of them. Letters that nobody sees (soft hyphens, joiners,
// zero-width spaces) are left out: a word goes on behind them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

struct Letter {
  enum class Kind : std::uint8_t {
    other,
    blank,
    lower,
    upper,
    digit,
    mark,     // of the letter before
    unit,     // of scripts that put no blanks between words: Han, Kana, Thai, Lao, Khmer, Burmese
    picture,  // an emoji
    flag      // half of one
  };
  std::uint32_t begin;  // bytes in the text
  std::uint32_t end;
  Kind kind;
  char ascii;  // 0 beyond ASCII
};

// Of valid UTF-8.
[[nodiscard]] std::vector<Letter> letters_in(std::string_view text);

}  // namespace mrbill::catalog
