// Every word a film says, one table a language. `{}` stands for what the facts
// fill in.
#pragma once

#include <string>
#include <string_view>

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

struct PersonaWords {
  std::string_view name;
  std::string_view reason;         // {share} {number} {word}
  std::string_view reason_of_one;  // where the number is one; empty: the same
};

struct Words {
  std::string_view year_in_code, month_in_code, days_in_code, time_in_code, one_poc, no_poc, until, starring;
  std::string_view poc_one, poc_many, one_every_days, many_a_day, one_a_day;
  std::string_view day_by_day, active_day_one, active_day_many, month_by_month, active_month_one,
      active_month_many;
  std::string_view best_day, best_month, best_days, best_months;
  std::string_view on_day, in_that_month, on_each_day, in_each_month;
  std::string_view your_hour, your_hours, hours_tied, rhythm;
  std::string_view language_one, language_many, leads, two_lead, many_lead, only_language, languages;
  std::string_view topic_one, topic_many, together, topics;
  std::string_view highlight, highlights, no_description, favourite;
  std::string_view records, days_in_a_row, in_one_day, in_month, in_one_month, frameworks, since, times,
      most_used;
  std::string_view you_are, because;
  std::string_view halves, first_half, second_half, grew, from_to, shrank, same, all_first, all_second;
  std::string_view some_of_all;
  std::string_view all_of_them, the_only_one, with_name, private_one, private_many;
  std::string_view streak, top_language, persona, made_with, thanks;
  std::string_view none_title, none_line, none_next, tools;
  PersonaWords personas[11];
};

[[nodiscard]] const Words& words_in(Locale locale);

// "1 POC", "1.021 POCs": the right form for the number, without the number.
[[nodiscard]] std::string_view form(int count, std::string_view one, std::string_view many);

// Sentences that need facts.
[[nodiscard]] std::string promise(const Manifest& facts,
                                  const Words& words);  // whose time it is, and until when
[[nodiscard]] std::string made_with(const Manifest& facts, const Words& words);
[[nodiscard]] std::string pace(const Manifest& facts, const Words& words);
[[nodiscard]] std::string persona_reason(const Manifest& facts, const Words& words);
[[nodiscard]] std::string growth(const Manifest& facts, const Words& words);
[[nodiscard]] std::string leader(const Manifest& facts,
                                 const Words& words);  // which language is ahead
// What is at the head of the names: all of them, or how many are named and how
// many private.
[[nodiscard]] std::string heading_of_names(const Manifest& facts, const Words& words);
// What is at the head of the race; where it shows fewer than there are, it says so.
[[nodiscard]] std::string heading_of_languages(const Manifest& facts, const Words& words, int shown);
// "6 de 37", "6 of 37"; nothing where all are shown.
[[nodiscard]] std::string shown_of_all(const Manifest& facts, const Words& words, int shown);
[[nodiscard]] std::string hour_words(Locale locale, int hour);  // "23h", "11 pm"
[[nodiscard]] std::string day_words(Locale locale,
                                    Day day);  // "3 de fevereiro", "February 3"
// The same, with its year where the film tells of several.
[[nodiscard]] std::string day_of_film(const Manifest& facts, Day day);

}  // namespace mrbill::content::video
