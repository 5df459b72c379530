#include "adapters/xapian/highlighter.hpp"

#include <algorithm>

#include <text/characters.hpp>

#include "adapters/xapian/plurals.hpp"
#include "adapters/xapian/tokeniser.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::uint32_t lead_bytes = 40;  // shown before the first mark
constexpr std::uint32_t fragment_bytes = 200;
constexpr std::size_t max_marks = 50;

using Marks = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// In order, what overlaps as one.
Marks merged(Marks marks) {
  std::ranges::sort(marks);
  Marks out;
  for (const auto& [begin, end] : marks) {
    if (!out.empty() && begin < out.back().second) {
      out.back().second = std::max(out.back().second, end);
    } else {
      out.emplace_back(begin, end);
    }
  }
  return out;
}

Highlight cut(Highlight::Field field, const std::string& text, const Marks& marks,
              const text::Characters& letters) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto first = marks.front().first;
  const auto begin =
      size <= fragment_bytes || first <= lead_bytes ? 0U : letters.begin_of(first - lead_bytes);
  const auto end =
      std::max(letters.begin_of(std::min(size, begin + fragment_bytes)), letters.end_of(first + 1));
  Highlight highlight{.field = field, .fragment = text.substr(begin, end - begin), .marks = {}};
  for (const auto& [from, to] : marks) {
    if (from < end && highlight.marks.size() < max_marks)
      highlight.marks.emplace_back(from - begin, std::min(to, end) - begin);
  }
  return highlight;
}

}  // namespace

Highlighter::Highlighter(const std::vector<std::string>& matched_words)
    : words_(matched_words.begin(), matched_words.end()) {}

std::vector<Highlight> Highlighter::highlights(const schema::ShownText& shown) const {
  std::vector<Highlight> out;
  mark_field(Highlight::Field::name, shown.name, out);
  mark_field(Highlight::Field::description, shown.description, out);
  mark_field(Highlight::Field::language, shown.language, out);
  mark_list(Highlight::Field::tags, shown.tags, out);
  mark_list(Highlight::Field::frameworks, shown.frameworks, out);
  return out;
}

void Highlighter::mark_field(Highlight::Field field, const std::string& text,
                             std::vector<Highlight>& out) const {
  Marks found;
  for (const auto& token : tokenise(text, Joins::blanks)) {
    if (matches(token.word)) found.emplace_back(token.begin, token.end);
  }
  if (found.empty()) return;
  const text::Characters letters(text);
  for (auto& [begin, end] : found) {
    begin = letters.begin_of(begin);
    end = letters.end_of(end);
  }
  out.push_back(cut(field, text, merged(std::move(found)), letters));
}

bool Highlighter::matches(const std::string& word) const {
  if (words_.contains(word)) return true;
  return std::ranges::any_of(singulars_of(word),
                             [&](const auto& singular) { return words_.contains(singular); });
}

void Highlighter::mark_list(Highlight::Field field, const std::string& list,
                            std::vector<Highlight>& out) const {
  std::size_t begin = 0;
  while (begin < list.size()) {
    const auto end = std::min(list.find(schema::list_separator, begin), list.size());
    mark_field(field, list.substr(begin, end - begin), out);
    begin = end + 1;
  }
}

}  // namespace mrbill::catalog
