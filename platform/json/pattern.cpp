#include <algorithm>

#include <json/letters.hpp>
#include <json/pattern.hpp>

namespace mrbill::json {

namespace {

// Bit i: the items before i are done. A thread of the automaton per bit.
using States = std::uint64_t;

bool holds(const PatternItem& item, char32_t letter) {
  const auto within = [letter](LetterRange range) { return range.first <= letter && letter <= range.last; };
  return std::ranges::any_of(item.ranges, within) != item.negated;
}

States with_skipped(const Pattern& pattern, States states) {
  for (std::size_t i = 0; i < pattern.items.size(); ++i) {
    if ((states >> i & 1U) != 0 && pattern.items[i].optional) states |= States{1} << (i + 1);
  }
  return states;
}

States step(const Pattern& pattern, States states, char32_t letter) {
  States next = 0;
  for (std::size_t i = 0; i < pattern.items.size(); ++i) {
    if ((states >> i & 1U) == 0 || !holds(pattern.items[i], letter)) continue;
    next |= States{1} << (i + 1);
    if (pattern.items[i].repeated) next |= States{1} << i;
  }
  return next;
}

}  // namespace

bool matches(const Pattern& pattern, std::string_view text) {
  auto states = with_skipped(pattern, 1);
  for (Letters letters(text); !letters.at_end() && states != 0;) {
    states = with_skipped(pattern, step(pattern, states, letters.next()));
  }
  return (states >> pattern.items.size() & 1U) != 0;
}

}  // namespace mrbill::json
