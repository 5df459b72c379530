#include <algorithm>

#include <json/code_points.hpp>
#include <json/pattern.hpp>

namespace mrbill::json {

namespace {

// Bit i: the items before i are done. A thread of the automaton per bit.
using States = std::uint64_t;

bool holds(const PatternItem& item, char32_t code_point) {
  const auto within = [code_point](CharacterRange range) {
    return range.first <= code_point && code_point <= range.last;
  };
  return std::ranges::any_of(item.ranges, within) != item.negated;
}

States with_skipped(const Pattern& pattern, States states) {
  for (std::size_t i = 0; i < pattern.items.size(); ++i) {
    if ((states >> i & 1U) != 0 && pattern.items[i].optional) states |= States{1} << (i + 1);
  }
  return states;
}

States step(const Pattern& pattern, States states, char32_t code_point) {
  States next = 0;
  for (std::size_t i = 0; i < pattern.items.size(); ++i) {
    if ((states >> i & 1U) == 0 || !holds(pattern.items[i], code_point)) continue;
    next |= States{1} << (i + 1);
    if (pattern.items[i].repeated) next |= States{1} << i;
  }
  return next;
}

}  // namespace

bool matches(const Pattern& pattern, std::string_view text) {
  auto states = with_skipped(pattern, 1);
  for (CodePoints code_points(text); !code_points.at_end() && states != 0;) {
    states = with_skipped(pattern, step(pattern, states, code_points.next()));
  }
  return (states >> pattern.items.size() & 1U) != 0;
}

}  // namespace mrbill::json
