// Small things most scenes need.
#pragma once

#include <algorithm>
#include <array>
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

// When a scene says what it all comes to: three beats before its end.
[[nodiscard]] inline double concludes(const film::Stage& stage) {
  return stage.held(stage.length - stage.beat(3), 0.7);
}

// The word for all of them: "POC", "POCs".
[[nodiscard]] inline std::string_view unit_of_total(const Script& script) {
  return form(script.facts.total, script.words.poc_one, script.words.poc_many);
}
[[nodiscard]] inline std::string_view persona_name(const Script& script) {
  return script.words.personas[static_cast<int>(script.facts.persona.kind)].name;
}
[[nodiscard]] inline const Hero& hero_of(const Script& script, std::size_t scene) {
  return script.facts.heroes[static_cast<std::size_t>(script.story.scenes[scene].index)];
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
[[nodiscard]] inline int count_at(const Manifest& facts, int hour) {
  return facts.hours[static_cast<std::size_t>(hour)];
}
[[nodiscard]] inline int most_in_an_hour(const Manifest& facts) {
  return std::max(1, *std::ranges::max_element(facts.hours));
}

// The two halves of the period.
struct Half {
  int count = 0;
  std::string_view name;
};
using Halves = std::array<Half, 2>;
[[nodiscard]] inline Halves halves_of(const Script& script) {
  return {Half{script.facts.first_half, script.words.first_half},
          Half{script.facts.second_half, script.words.second_half}};
}
[[nodiscard]] inline int most_of(const Halves& halves) {
  return std::max({1, halves[0].count, halves[1].count});
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
[[nodiscard]] inline bool in_first_link(const Manifest& facts, std::size_t tag) {
  return static_cast<int>(tag) == facts.links[0].from || static_cast<int>(tag) == facts.links[0].to;
}
// Whether the scene has come to say so.
[[nodiscard]] inline bool tells_best_link(const Manifest& facts, const film::Stage& stage) {
  return has_best_link(facts) && stage.seconds >= concludes(stage);
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
