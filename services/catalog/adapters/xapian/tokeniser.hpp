// Text into words, the same way when indexing and when searching.
//
//   tokenise("MyRayTracer in C++")  ->  myraytracer my ray tracer in c++
//
// A word is a run of letters, marks and digits. `C++`, `C#` and `.NET` are words. camelCase gives the whole
// and its parts. Han and Kana give one word a character. Words are folded: case, accents and compatibility
// forms do not matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

struct Token {
  std::string word;     // folded, at most 64 bytes
  std::uint32_t begin;  // bytes in the text as given
  std::uint32_t end;
  bool part = false;  // of a camelCase word that precedes it
};

// The text is valid UTF-8.
[[nodiscard]] std::vector<Token> tokenise(std::string_view text);

}  // namespace mrbill::catalog
