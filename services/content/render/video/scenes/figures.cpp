#include "render/video/scenes/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <canvas/text.hpp>

namespace mrbill::content::video {

std::string first_words(const std::string& text, std::size_t most_letters) {
  std::string clean = canvas::harmless(text, most_letters + 1);
  if (clean.size() <= most_letters) {
    return clean;
  }
  std::size_t end = std::string::npos;
  for (std::size_t at = clean.find(". "); at != std::string::npos; at = clean.find(". ", at + 1)) end = at;
  if (end != std::string::npos && end > most_letters / 3) return clean.substr(0, end + 1);
  auto space = clean.rfind(' ');
  if (space == std::string::npos || space < most_letters / 3) return clean;
  return clean.substr(0, space) + "…";
}

std::string said_by(const Script& script, const Hero& hero, std::size_t most_letters) {
  if (!hero.description.empty()) return first_words(hero.description, most_letters);
  return hero.address.empty() ? std::string(script.words.no_description) : hero.address;
}

std::vector<Record> records_of(const Manifest& facts, const Words& words) {
  auto number = [&](int value) { return locale::number(facts.locale, value); };
  std::vector<Record> all;
  if (facts.busiest_day.count >= 2)
    all.push_back({number(facts.busiest_day.count), std::string(words.in_one_day),
                   day_words(facts.locale, facts.busiest_day.day)});
  if (facts.streak.days >= 3)
    all.push_back({number(facts.streak.days), std::string(words.days_in_a_row),
                   day_words(facts.locale, facts.streak.first)});
  if (facts.months.size() >= 3) {
    std::string month(locale::month_name(facts.locale, facts.busiest_month.month));
    all.push_back({number(facts.busiest_month.count), fmt::format(fmt::runtime(words.in_month), month),
                   facts.months.size() > 12 ? std::to_string(facts.busiest_month.year) : ""});
  }
  if (facts.frameworks_in_all >= 2)
    all.push_back(
        {number(facts.frameworks_in_all), std::string(words.frameworks), facts.frameworks.front().name});
  if (facts.languages_in_all >= 2)
    all.push_back(
        {number(facts.languages_in_all), std::string(words.language_many), facts.languages.front().name});
  if (facts.tags_in_all >= 2)
    all.push_back({number(facts.tags_in_all), std::string(words.topic_many), facts.tags.front().name});
  if (all.size() > 3) all.resize(3);
  return all;
}

ActiveTime active_time(const Script& script, bool of_months) {
  const auto& words = script.words;
  int value = of_months ? script.facts.active_months : script.facts.active_days;
  return {value, of_months ? form(value, words.active_month_one, words.active_month_many)
                           : form(value, words.active_day_one, words.active_day_many)};
}

std::string topics_sentence(const Script& script) {
  const auto& facts = script.facts;
  if (facts.links.empty() || facts.links[0].count < 2)
    return script.number(facts.tags_in_all) + " " + std::string(script.words.topic_many);
  auto name = [&](int tag) { return facts.tags[static_cast<std::size_t>(tag)].name; };
  return fmt::format(fmt::runtime(script.words.together), name(facts.links[0].from), name(facts.links[0].to),
                     facts.links[0].count);
}

Peak peak_of(const Script& script) {
  const auto& facts = script.facts;
  if (!facts.days.empty() && facts.busiest_day.count >= 2) {
    auto when = day_words(facts.locale, facts.busiest_day.day);
    return {false, facts.busiest_day.count, when, fmt::format(fmt::runtime(script.words.best_day), when)};
  }
  auto when = locale::month_of(facts.locale, facts.busiest_month.year, facts.busiest_month.month);
  return {true, facts.busiest_month.count, when,
          fmt::format("{}: {}", when, script.number(facts.busiest_month.count))};
}

std::vector<CardFact> card_facts(const Script& script) {
  const auto& facts = script.facts;
  const auto& words = script.words;
  std::vector<CardFact> out;
  if (facts.total == 0) return out;
  if (!facts.languages.empty())
    out.push_back({facts.languages.front().name, std::string(words.top_language)});
  out.push_back({script.number(facts.active_days),
                 std::string(form(facts.active_days, words.active_day_one, words.active_day_many))});
  if (facts.streak.days > 2)
    out.push_back({script.number(facts.streak.days), std::string(words.days_in_a_row)});
  if (facts.languages_in_all > 1)
    out.push_back({script.number(facts.languages_in_all), std::string(words.language_many)});
  if (facts.tags_in_all > 1 && out.size() < 4)
    out.push_back({script.number(facts.tags_in_all), std::string(words.topic_many)});
  return out;
}

}  // namespace mrbill::content::video
