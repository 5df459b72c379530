#include "render/video/scenes/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <canvas/text.hpp>

namespace mrbill::content::video {

namespace {

template <class... Facts>
std::string filled(std::string_view sentence, Facts&&... facts) {
  return fmt::format(fmt::runtime(sentence), std::forward<Facts>(facts)...);
}

// The name of who is alone at the head; nothing where several are.
std::string first_of(const std::vector<Count>& ranked) {
  return ranked.size() > 1 && ranked[1].count == ranked[0].count ? "" : ranked.front().name;
}

Record record_of_month(const Manifest& facts, const Words& words) {
  const auto& most = facts.busiest_month;
  auto number = locale::number(facts.locale, most.count);
  if (facts.busiest_months > 1)
    return {std::move(number), std::string(words.in_one_month),
            filled(words.times, locale::number(facts.locale, facts.busiest_months))};
  return {std::move(number), filled(words.in_month, locale::month_name(facts.locale, most.month)),
          date_of(facts.first_day).year != date_of(facts.last_day).year ? std::to_string(most.year) : ""};
}

}  // namespace

std::string first_words(const std::string& text, std::size_t max_characters) {
  std::string clean = canvas::harmless(text, max_characters + 1);
  if (clean.size() <= max_characters) {
    return clean;
  }
  std::size_t end = std::string::npos;
  for (std::size_t at = clean.find(". "); at != std::string::npos; at = clean.find(". ", at + 1)) end = at;
  if (end != std::string::npos && end > max_characters / 3) return clean.substr(0, end + 1) + " …";
  auto space = clean.rfind(' ');
  if (space == std::string::npos || space < max_characters / 3)
    return canvas::harmless(text, max_characters - 1) + "…";
  return clean.substr(0, space) + "…";
}

std::string said_by(const Script& script, const Hero& hero, std::size_t max_characters) {
  if (!hero.description.empty()) return first_words(hero.description, max_characters);
  return hero.address.empty() ? std::string(script.words.no_description) : hero.address;
}

std::vector<std::string> tags_in(const Hero& hero, double room, double gap,
                                 const std::function<double(std::string_view)>& width_of) {
  constexpr std::size_t most = 5;
  const auto& all = hero.tags;
  const auto more = [&](std::size_t shown) { return "+" + std::to_string(all.size() - shown); };
  std::vector<std::string> out;
  double taken = 0;
  while (out.size() < std::min(most, all.size())) {
    const auto shown = out.size() + 1;
    taken += width_of(all[out.size()]);
    const double sign = shown < all.size() ? gap + width_of(more(shown)) : 0;
    if (taken + sign > room) break;
    out.push_back(all[out.size()]);
    taken += gap;
  }
  if (out.size() < all.size()) out.push_back(more(out.size()));
  return out;
}

std::vector<Record> records_of(const Manifest& facts, const Words& words) {
  auto number = [&](int value) { return locale::number(facts.locale, value); };
  std::vector<Record> all;
  if (facts.busiest_day.count >= 2)
    all.push_back({number(facts.busiest_day.count), std::string(words.in_one_day),
                   facts.busiest_days == 1 ? day_of_film(facts, facts.busiest_day.day)
                                           : filled(words.times, number(facts.busiest_days))});
  if (facts.streak.days >= 3)
    all.push_back({number(facts.streak.days), std::string(words.days_in_a_row),
                   facts.streak.times == 1 ? filled(words.since, day_of_film(facts, facts.streak.first))
                                           : filled(words.times, number(facts.streak.times))});
  if (facts.months.size() >= 3) all.push_back(record_of_month(facts, words));
  if (facts.frameworks_in_all >= 2)
    all.push_back(
        {number(facts.frameworks_in_all), std::string(words.frameworks), first_of(facts.frameworks)});
  if (facts.languages_in_all >= 2)
    all.push_back({number(facts.languages_in_all), std::string(words.language_many),
                   facts.languages_tied == 1 ? facts.languages.front().name : ""});
  if (facts.tags_in_all >= 2)
    all.push_back({number(facts.tags_in_all), std::string(words.topic_many), first_of(facts.tags)});
  if (all.size() > 3) all.resize(3);
  return all;
}

BestHour best_hour(const Script& script) {
  const auto& hours = script.facts.busiest_hours;
  const auto named = [&](std::size_t i) { return hour_words(script.facts.locale, hours[i]); };
  if (hours.size() == 1) return {named(0), script.words.your_hour};
  if (hours.size() == 2) return {named(0) + " · " + named(1), script.words.your_hours};
  return {script.number(static_cast<std::int64_t>(hours.size())), script.words.hours_tied};
}

std::string most_used(const Manifest& facts, const Words& words) {
  const auto& tools = facts.frameworks;
  const auto first = std::ranges::count(tools, tools.front().count, &Count::count);
  if (first == 1) return filled(words.most_used, tools.front().name);
  if (first == 2) return tools[0].name + ", " + tools[1].name;
  return locale::number(facts.locale, facts.frameworks_in_all);
}

ActiveTime active_time(const Script& script, bool of_months) {
  const auto& words = script.words;
  int value = of_months ? script.facts.active_months : script.facts.active_days;
  return {value, of_months ? form(value, words.active_month_one, words.active_month_many)
                           : form(value, words.active_day_one, words.active_day_many)};
}

std::string topics_sentence(const Script& script) {
  const auto& facts = script.facts;
  if (!has_best_link(facts))
    return script.number(facts.tags_in_all) + " " + std::string(script.words.topic_many);
  auto name = [&](int tag) { return facts.tags[static_cast<std::size_t>(tag)].name; };
  return fmt::format(fmt::runtime(script.words.together), name(facts.links[0].from), name(facts.links[0].to),
                     facts.links[0].count);
}

namespace {

Peak peak_of_days(const Script& script) {
  const auto& words = script.words;
  const int count = script.facts.busiest_day.count, days = script.facts.busiest_days;
  const auto unit = form(count, words.poc_one, words.poc_many);
  const auto number = script.number(count);
  if (days > 1)
    return {false, count, filled(words.on_each_day, unit, script.number(days)),
            filled(words.best_days, script.number(days), number)};
  const auto when = day_of_film(script.facts, script.facts.busiest_day.day);
  return {false, count, filled(words.on_day, unit, when),
          fmt::format("{} ({})", filled(words.best_day, when), number)};
}

Peak peak_of_months(const Script& script) {
  const auto& words = script.words;
  const auto& most = script.facts.busiest_month;
  const auto unit = form(most.count, words.poc_one, words.poc_many);
  const auto number = script.number(most.count), months = script.number(script.facts.busiest_months);
  if (script.facts.busiest_months > 1)
    return {true, most.count, filled(words.in_each_month, unit, months),
            filled(words.best_months, months, number)};
  const auto when = locale::month_of(script.facts.locale, most.year, most.month);
  return {true, most.count, filled(words.in_that_month, unit, when),
          fmt::format("{} ({})", filled(words.best_month, when), number)};
}

}  // namespace

Peak peak_of(const Script& script) {
  const bool of_day = !script.facts.days.empty() && script.facts.busiest_day.count >= 2;
  return of_day ? peak_of_days(script) : peak_of_months(script);
}

std::vector<CardFact> card_facts(const Script& script) {
  const auto& facts = script.facts;
  const auto& words = script.words;
  std::vector<CardFact> out;
  if (facts.total == 0) return out;
  if (!facts.languages.empty() && facts.languages_tied == 1)
    out.push_back({facts.languages.front().name,
                   std::string(facts.languages_in_all > 1 ? words.top_language : words.language_one)});
  out.push_back({script.number(facts.active_days),
                 std::string(form(facts.active_days, words.active_day_one, words.active_day_many))});
  if (facts.streak.days > 2)
    out.push_back({script.number(facts.streak.days), std::string(words.days_in_a_row)});
  if (facts.languages_in_all > 1)
    out.push_back({script.number(facts.languages_in_all), std::string(words.language_many)});
  if (facts.unnamed > 0 && out.size() < 4)
    out.push_back({script.number(facts.unnamed),
                   std::string(form(facts.unnamed, words.private_one, words.private_many))});
  if (facts.tags_in_all > 1 && out.size() < 4)
    out.push_back({script.number(facts.tags_in_all), std::string(words.topic_many)});
  return out;
}

}  // namespace mrbill::content::video
