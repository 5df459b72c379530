// How far two words are apart: insertions, deletions, substitutions and swaps of neighbours, each once in a
// place (optimal string alignment; Damerau 1964, Levenshtein 1966).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mrbill::catalog {

// How many letters of a word may be wrong: none under 4 letters, one from 4, two from 8.
[[nodiscard]] std::size_t tolerated_typos(std::string_view word);

[[nodiscard]] std::u32string letters_of(std::string_view word);  // of valid UTF-8

// True when the distance is at most `most` (0 to 2).
[[nodiscard]] bool within_typos(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace mrbill::catalog
