#include "domain/common_passwords.hpp"

#include <algorithm>
#include <string>

#include <base/encoding.hpp>
#include <text/text.hpp>

namespace mrbill::auth {
namespace {

constexpr int hashes = 17;
constexpr std::size_t min_piece = 4;

std::uint64_t number_at(const Sha256& digest, std::size_t at) {
  std::uint64_t out = 0;
  for (std::size_t i = 8; i-- > 0;) out = out << 8 | digest[at + i];
  return out;
}

bool is_listed(std::string_view word) {
  const auto bits = common_password_bits();
  const auto digest = sha256(word);
  const auto step = number_at(digest, 8);
  auto hash = number_at(digest, 0);
  for (int i = 0; i < hashes; ++i, hash += step) {
    const auto bit = hash % (bits.size() * 8);
    if ((bits[bit / 8] >> (bit % 8) & 1) == 0) return false;
  }
  return true;
}

// What repeats itself in the word, perhaps cut off at its end; the word itself when nothing does.
std::string_view unit_of(std::string_view word) {
  for (std::size_t period = 1; period <= word.size() / 2; ++period) {
    if (word.substr(period) == word.substr(0, word.size() - period)) return word.substr(0, period);
  }
  return word;
}

// A run of letters in order, such as abcdefg or 7654321.
bool is_run(std::string_view word) {
  for (const int step : {1, -1}) {
    const auto broken = std::ranges::adjacent_find(word, [&](char a, char b) { return b - a != step; });
    if (broken == word.end()) return true;
  }
  return false;
}

bool is_known(std::string_view word) {
  const auto unit = unit_of(word);
  const bool repeats = unit.size() < word.size();
  return (repeats && text::code_points(unit) < min_piece) || is_listed(unit) || is_listed(word) ||
         is_run(unit);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view without_ends(std::string_view word) {
  const auto first = std::ranges::find_if(word, is_letter);
  const auto last = std::find_if(word.rbegin(), word.rend(), is_letter).base();
  return first < last ? std::string_view(first, last) : std::string_view();
}

bool is_two_known(std::string_view word) {
  for (std::size_t at = min_piece; at + min_piece <= word.size(); ++at) {
    if (is_known(word.substr(0, at)) && is_known(word.substr(at))) return true;
  }
  return false;
}

}  // namespace

bool is_common_password(std::string_view text) {
  auto word = text::folded(text);
  std::erase(word, ' ');
  const auto core = without_ends(word);
  if (is_known(word) || is_two_known(word)) return true;
  return !core.empty() && (is_known(core) || is_two_known(core));
}

}  // namespace mrbill::auth
