// How far two words are apart: insertions, deletions, substitutions and swaps of neighbours, each once in a
// place (optimal string alignment; Damerau 1964, Levenshtein 1966).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

// A number, a version, a word of one or two letters is meant as it stands: anything is near to it. So they
// are corrected to nothing, and nothing is corrected to them.
[[nodiscard]] bool may_be_misspelt(std::string_view word);
// How many letters of a word may be wrong: none under 4 letters, one from 4, two from 8.
[[nodiscard]] std::size_t tolerated_typos(std::string_view word);

[[nodiscard]] std::u32string letters_of(std::string_view word);  // of valid UTF-8
[[nodiscard]] std::string utf8_of(std::u32string_view letters);

// One word against others that are spelt letter by letter: what is known of a beginning serves all words with
// that beginning.
//
//   Distance from(U"spring");
//   for (auto letter : U"sprng") from.add(letter);
//   from.whole() == 1
class Distance {
 public:
  explicit Distance(std::u32string wanted);  // at most 64 letters

  void add(char32_t letter);
  void keep(std::size_t letters);  // of those added, the first ones

  [[nodiscard]] std::size_t whole() const { return rows_.back()[wanted_.size()]; }
  [[nodiscard]] std::size_t least() const;  // whatever letters follow
  // The first letter after `letter` that leaves a distance of `max` within reach; nothing when there
  // is none.
  [[nodiscard]] std::optional<char32_t> next_letter(char32_t letter, std::size_t max) const;

 private:
  static constexpr std::size_t longest = 64;
  using Row = std::array<std::uint8_t, longest + 1>;
  [[nodiscard]] Row row_with(char32_t letter) const;
  [[nodiscard]] std::size_t least_of(const Row& row) const;

  std::u32string wanted_;
  std::u32string added_;
  std::vector<Row> rows_;  // one more than letters added
};

}  // namespace mrbill::catalog
