#include "adapters/xapian/typo.hpp"

#include <algorithm>
#include <utf8proc.h>

#include <base/ascii.hpp>
#include <base/check.hpp>
#include <text/text.hpp>

namespace mrbill::catalog {

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

bool may_be_misspelt(std::string_view word) {
  const bool has_digit = std::ranges::any_of(word, ascii::is_digit);
  return !has_digit && text::code_points(word) >= 3;
}

std::size_t tolerated_typos(std::string_view word) {
  const auto letters = text::code_points(word);
  if (letters < 4 || !may_be_misspelt(word)) return 0;
  return letters < 8 ? 1 : 2;
}

std::string utf8_of(std::u32string_view letters) {
  std::string text;
  for (const auto letter : letters) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(letter), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
  }
  return text;
}

Distance::Distance(std::u32string wanted) : wanted_(std::move(wanted)), rows_(1) {
  CHECK(wanted_.size() <= longest, "the tokeniser cuts words to 64 bytes");
  for (std::size_t j = 0; j <= wanted_.size(); ++j) rows_[0][j] = static_cast<std::uint8_t>(j);
}

void Distance::add(char32_t letter) {
  rows_.push_back(row_with(letter));
  added_.push_back(letter);
}

void Distance::keep(std::size_t letters) {
  added_.resize(letters);
  rows_.resize(letters + 1);
}

std::size_t Distance::least() const {
  return least_of(rows_.back());
}

// With nothing left to forgive only a letter of the word itself can follow.
std::optional<char32_t> Distance::next_letter(char32_t letter, std::size_t max) const {
  if (least() < max) return letter + 1;
  std::optional<char32_t> next;
  for (const auto candidate : wanted_) {
    if (candidate <= letter || (next && candidate >= *next)) continue;
    if (least_of(row_with(candidate)) <= max) next = candidate;
  }
  return next;
}

Distance::Row Distance::row_with(char32_t letter) const {
  const auto& last = rows_.back();
  Row row{};
  row[0] = static_cast<std::uint8_t>(rows_.size());
  for (std::size_t j = 1; j <= wanted_.size(); ++j) {
    const int substitution = last[j - 1] + (letter == wanted_[j - 1] ? 0 : 1);
    int best = std::min({substitution, last[j] + 1, row[j - 1] + 1});
    const bool swapped =
        j > 1 && !added_.empty() && letter == wanted_[j - 2] && added_.back() == wanted_[j - 1];
    if (swapped) best = std::min(best, rows_[rows_.size() - 2][j - 2] + 1);
    row[j] = static_cast<std::uint8_t>(best);
  }
  return row;
}

std::size_t Distance::least_of(const Row& row) const {
  return *std::min_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(wanted_.size()) + 1);
}

}  // namespace mrbill::catalog
