// Text into words, the same way when indexing and when searching.
//
//   tokenise("MyRayTracer in C++20")  ->  myraytracer my ray tracer in c++20 c++ 20
//
// A word is a run of letters, marks and digits; an emoji is one too. `C++`, `C#` and `.NET` are words.
// camelCase gives the whole and its parts. Scripts without blanks give each two neighbours as a word, so that
// order counts, and each letter alone. Words are folded: case, accents and compatibility forms do not matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

struct Token {
  enum class Kind : std::uint8_t {
    word,
    part,   // of the word that precedes it: camelCase, C++20, dotnet
    unit,   // a letter of a script without blanks, where its neighbours make words with it
    joined  // neighbours written as one: redbull of "Red Bull"
  };
  std::string word;     // folded, at most 64 bytes
  std::uint32_t begin;  // bytes in the text as given
  std::uint32_t end;
  Kind kind = Kind::word;
  bool closed = false;  // is no beginning of other words: c++, .net
};

// Which neighbours are given joined too: those with a sign between them (micro-services), or with blanks as
// well (Red Bull).
enum class Joins : std::uint8_t { none, signs, blanks };

// The text is valid UTF-8.
[[nodiscard]] std::vector<Token> tokenise(std::string_view text, Joins joins = Joins::none);

// All letters and digits of a text, folded, without what is between them: what names are compared by.
[[nodiscard]] std::string squeezed(std::string_view text);

inline constexpr std::size_t max_word_bytes = 64;  // bytes

}  // namespace mrbill::catalog
