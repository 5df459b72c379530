// Small things most scenes need.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "render/video/script.hpp"

namespace mrbill::content::video {

// A number counting up to its value between two moments, fast first; exact from
// the second moment on.
inline std::string counted(const Script& script, const film::Stage& stage, int value, double from,
                           double until) {
  until = stage.held(until);
  if (stage.calm() || stage.seconds >= until) return script.number(value);
  double share = canvas::ease::out_cubic(canvas::progress(stage.seconds, from, until - from));
  return script.number(std::lround(value * share));
}

// Two digits, for numbering scenes.
inline std::string two_digits(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// A description's first sentence or two, as long as can be read in a scene.
std::string first_words(const std::string& text, std::size_t max_characters);
// What a POC says of itself: its description, else where it lives, else that it
// says nothing.
std::string said_by(const Script& script, const Hero& hero, std::size_t max_characters);

// The tags that have room in a line, five at most, and how many more there are: "+3".
std::vector<std::string> tags_in(const Hero& hero, double room, double gap,
                                 const std::function<double(std::string_view)>& width_of);

// The strongest records, three at most: what is ordinary is left out.
struct Record {
  std::string number;
  std::string label;  // what the number counts, beside it: "POCs em 2 de
                      // janeiro", "POCs em cada um de 3 dias"
  std::string note;   // when, or nothing
};
std::vector<Record> records_of(const Manifest& facts, const Words& words);

// The hour with the most: one, two, or how many are as full.
struct BestHour {
  std::string number;      // "23h", "9h · 14h", "5"
  std::string_view label;  // "é a sua hora"
};
BestHour best_hour(const Script& script);
[[nodiscard]] inline bool is_best_hour(const Manifest& facts, int hour) {
  return std::ranges::count(facts.busiest_hours, hour) > 0;
}
// The tools that came first, as a sentence's end.
std::string most_used(const Manifest& facts, const Words& words);

// The fullest day, or the fullest month where no day had two; where several are
// as full, how many.
struct Peak {
  bool of_month = false;
  int count = 0;
  std::string label;     // what the number counts, beside it: "POCs em 2 de
                         // janeiro", "POCs em cada um de 3 dias"
  std::string sentence;  // "O dia mais cheio: 2 de janeiro (5)", "3 dias com 5 cada"
};
Peak peak_of(const Script& script);

// What the share card tells, beside name and period.
struct CardFact {
  std::string number;
  std::string label;  // what the number counts, beside it: "POCs em 2 de
                      // janeiro", "POCs em cada um de 3 dias"
};
// How many days (or, of a long period, months) held a POC, and the word for them.
struct ActiveTime {
  int value = 0;
  std::string_view unit;
};
ActiveTime active_time(const Script& script, bool of_months);

// Whether the first link is alone at the head: two topics that came together most.
[[nodiscard]] inline bool has_best_link(const Manifest& facts) {
  const auto& links = facts.links;
  return !links.empty() && links[0].count >= 2 && (links.size() == 1 || links[1].count < links[0].count);
}
// These two, or how many topics there were.
std::string topics_sentence(const Script& script);

// The largest thing on the card: how many; the period where there is none.
inline std::string card_number(const Script& script) {
  return script.facts.total == 0 ? script.facts.period : script.number(script.facts.total);
}
std::vector<CardFact> card_facts(const Script& script);
// Labels of one list stand in one size: the smallest that one of them needs.
template <class SetLabel>
[[nodiscard]] double one_size(const std::vector<CardFact>& rows, SetLabel&& set_label) {
  double size = 1e6;
  for (const auto& row : rows) size = std::min(size, set_label(row)->size());
  return size;
}

}  // namespace mrbill::content::video
