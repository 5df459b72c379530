// What a spreadsheet runs: a cell that begins like a formula. Every CSV that is written guards such a cell
// with an apostrophe, every one that is read takes the guard away again; a cell that begins with apostrophes
// before that is guarded too, so that reading gives back what was written.
//
//   begins_formula("=1+1") && begins_formula("'@x") && begins_formula("\uFF1D1")  // full-width ones too
#pragma once

#include <string_view>

namespace mrbill {

[[nodiscard]] inline bool begins_formula(std::string_view cell) {
  const auto first = cell.find_first_not_of('\'');
  if (first == std::string_view::npos) return false;
  cell.remove_prefix(first);
  switch (cell.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
      return true;
    case '\xEF':  // ＝ ＋ － ＠, which some locales' spreadsheets take for the narrow ones
      return cell.starts_with("\uFF1D") || cell.starts_with("\uFF0B") || cell.starts_with("\uFF0D") ||
             cell.starts_with("\uFF20");
    default:
      return false;
  }
}

}  // namespace mrbill
