// What a spreadsheet runs: a cell that begins like a formula. Every CSV that is written guards such a cell
// with an apostrophe, every one that is read takes the guard away again; a cell that begins with apostrophes
// before that is guarded too, so that reading gives back what was written.
//
//   begins_formula("=1+1") && begins_formula("'@x") && begins_formula("\uFF1D1")  // full-width ones too
#pragma once

#include <array>
#include <string_view>

namespace mrbill {

[[nodiscard]] inline bool begins_formula(std::string_view cell) {
  constexpr std::string_view signs = "=+-@\t\r";
  // ＝ ＋ － ＠, which some locales' spreadsheets take for the narrow ones.
  constexpr std::array<std::string_view, 4> wide_signs{"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                                       "\xEF\xBC\xA0"};
  const auto first = cell.find_first_not_of('\'');
  if (first == std::string_view::npos) return false;
  cell.remove_prefix(first);
  if (signs.find(cell.front()) != std::string_view::npos) return true;
  for (const auto sign : wide_signs)
    if (cell.starts_with(sign)) return true;
  return false;
}

}  // namespace mrbill
