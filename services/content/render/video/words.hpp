// Every word a film says, one table a language. `{}` stands for what the facts fill in.
#pragma once

#include <string>
#include <string_view>

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

struct PersonaWords {
  std::string_view name;
  std::string_view reason;  // {share} {number} {word}
};

struct Words {
  std::string_view year_in_code, time_in_code, starring;
  std::string_view poc_one, poc_many, one_every_days, many_a_day, one_a_day;
  std::string_view day_by_day, active_day_one, active_day_many, month_by_month, active_month_one,
      active_month_many;
  std::string_view best_day, your_hour, rhythm;
  std::string_view language_one, language_many, leads, only_language, languages;
  std::string_view topic_one, topic_many, together, topics;
  std::string_view highlight, highlights, no_description, favourite;
  std::string_view records, days_in_a_row, in_one_day, in_month, frameworks, streak_from_to, most_used;
  std::string_view you_are, because;
  std::string_view halves, first_half, second_half, grew, shrank, same;
  std::string_view all_of_them, the_only_one;
  std::string_view streak, top_language, persona, made_with, thanks;
  std::string_view none_title, none_line, none_next, tools;
  PersonaWords personas[11];
};

[[nodiscard]] const Words& words_in(Locale locale);

// "1 POC", "1.021 POCs": the right form for the number, without the number.
[[nodiscard]] std::string_view form(int count, std::string_view one, std::string_view many);

// Sentences that need facts.
[[nodiscard]] std::string pace(const Manifest& facts, const Words& words);
[[nodiscard]] std::string persona_reason(const Manifest& facts, const Words& words);
[[nodiscard]] std::string growth(const Manifest& facts, const Words& words);
[[nodiscard]] std::string hour_words(Locale locale, int hour);  // "23h", "11 pm"
[[nodiscard]] std::string day_words(Locale locale, Day day);    // "3 de fevereiro", "February 3"

}  // namespace mrbill::content::video
