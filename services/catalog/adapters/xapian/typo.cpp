#include "adapters/xapian/typo.hpp"

#include <algorithm>
#include <array>
#include <utf8proc.h>

#include <text/text.hpp>

namespace mrbill::catalog {

namespace {

constexpr std::size_t longest = 64;  // letters; words are cut before
using Row = std::array<std::size_t, longest + 1>;

}  // namespace

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    utf8proc_int32_t c = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data()) + at;
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(word.size() - at), &c);
    if (length <= 0) break;
    letters.push_back(static_cast<char32_t>(c));
    at += static_cast<std::size_t>(length);
  }
  return letters;
}

std::size_t tolerated_typos(std::string_view word) {
  const auto letters = text::code_points(word);
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

bool within_typos(std::u32string_view a, std::u32string_view b, std::size_t most) {
  const auto [shorter, longer] =
      std::minmax({a.size(), b.size()});  // the list's: two temporaries would dangle
  if (longer - shorter > most || longer > longest) return false;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substitution, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return false;
    before_last = last;
    last = row;
  }
  return last[b.size()] <= most;
}

}  // namespace mrbill::catalog
