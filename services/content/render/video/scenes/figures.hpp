// Small things most scenes need.
#pragma once

#include <cmath>
#include <string>

#include "render/video/script.hpp"

namespace mrbill::content::video {

// A number counting up to its value between two moments, fast first; exact from the second moment on.
inline std::string counted(const Script& script, const film::Stage& stage, int value, double from,
                           double until) {
  if (stage.calm() || stage.seconds >= until) return script.number(value);
  double share = canvas::ease::out_cubic(canvas::progress(stage.seconds, from, until - from));
  return script.number(std::lround(value * share));
}

// When the persona is said: on the first beat of the scene's second bar, after a beat of silence in the music.
inline double reveal_of(const film::Stage& stage, int beats_per_bar) {
  return stage.length > stage.beat(beats_per_bar * 1.5) ? stage.beat(beats_per_bar)
                                                        : stage.beat(beats_per_bar / 2.0);
}

// Two digits, for numbering scenes.
inline std::string two_digits(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// A description's first sentence or two, as long as can be read in a scene.
std::string first_words(const std::string& text, std::size_t most_letters);
// What a POC says of itself: its description, else where it lives, else that it says nothing.
std::string said_by(const Script& script, const Hero& hero, std::size_t most_letters);

// The strongest records, three at most: what is ordinary is left out.
struct Record {
  std::string number;
  std::string label;
  std::string note;  // when, or nothing
};
std::vector<Record> records_of(const Manifest& facts, const Words& words);

// The fullest day, or the fullest month where no day had two.
struct Peak {
  bool of_month = false;
  int count = 0;
  std::string when;      // "2 de janeiro", "outubro de 2025"
  std::string sentence;  // "O dia mais cheio: 2 de janeiro"
};
Peak peak_of(const Script& script);

// What the share card tells, beside name and period.
struct CardFact {
  std::string number;
  std::string label;
};
// How many days (or, of a long period, months) held a POC, and the word for them.
struct ActiveTime {
  int value = 0;
  std::string_view unit;
};
ActiveTime active_time(const Script& script, bool of_months);

// The two topics that came together most, or how many there were.
std::string topics_sentence(const Script& script);

// The largest thing on the card: how many; the period where there is none.
inline std::string card_number(const Script& script) {
  return script.facts.total == 0 ? script.facts.period : script.number(script.facts.total);
}
std::vector<CardFact> card_facts(const Script& script);

}  // namespace mrbill::content::video
