#include "adapters/xapian/highlighter.hpp"

#include <algorithm>

#include "adapters/xapian/tokeniser.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::uint32_t lead_bytes = 40;  // shown before the first mark
constexpr std::uint32_t fragment_bytes = 200;

using Marks = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// The nearest character's border at or before `at`.
std::uint32_t border(const std::string& text, std::uint32_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

void add_mark(Marks& marks, std::uint32_t begin, std::uint32_t end) {
  if (!marks.empty() && begin < marks.back().second) return;  // within the whole word already marked
  marks.emplace_back(begin, end);
}

Highlight cut(Highlight::Field field, const std::string& text, const Marks& marks) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto first = marks.front().first;
  const auto begin = size <= fragment_bytes || first <= lead_bytes ? 0U : border(text, first - lead_bytes);
  const auto end = border(text, std::min(size, std::max(begin + fragment_bytes, marks.front().second)));
  Highlight highlight{.field = field, .fragment = text.substr(begin, end - begin), .marks = {}};
  for (const auto& [from, to] : marks) {
    if (to <= end) highlight.marks.emplace_back(from - begin, to - begin);
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
  Marks marks;
  for (const auto& token : tokenise(text)) {
    if (words_.contains(token.word)) add_mark(marks, token.begin, token.end);
  }
  if (!marks.empty()) out.push_back(cut(field, text, marks));
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
