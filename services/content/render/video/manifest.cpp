#include "render/video/manifest.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <contract/languages.hpp>
#include <json/writer.hpp>
#include <text/text.hpp>

#include "render/video/heroes.hpp"
#include "render/video/persona.hpp"

namespace mrbill::content::video {
namespace {

constexpr int max_calendar_days = 400;  // days
constexpr std::size_t max_tags = 26;
constexpr std::size_t max_links = 60;

Day local_day(const locale::LocalTime& t) {
  return day_of(t.year, t.month, t.day);
}

// By count, then by name.
std::vector<Count> ranked(const std::map<std::string, int>& counts) {
  std::vector<Count> all;
  for (const auto& [name, count] : counts) all.push_back({name, count});
  std::sort(all.begin(), all.end(), [](const Count& a, const Count& b) {
    return std::tie(b.count, a.name) < std::tie(a.count, b.name);
  });
  return all;
}

struct Moment {
  locale::LocalTime time;
  Day day;
};

void count_time(Manifest& m, const std::vector<Moment>& moments) {
  std::map<Day, int> by_day;
  for (const auto& moment : moments) {
    ++by_day[moment.day];
    ++m.hours[static_cast<std::size_t>(moment.time.hour)];
    ++m.weekdays[static_cast<std::size_t>(moment.time.weekday)];
  }
  m.active_days = static_cast<int>(by_day.size());
  Streak running;
  Day before = -10;
  for (auto [day, count] : by_day) {
    running = day == before + 1 ? Streak{running.days + 1, running.first, 1} : Streak{1, day, 1};
    before = day;
    if (running.days > m.streak.days)
      m.streak = {running.days, running.first, 1};
    else if (running.days == m.streak.days)
      ++m.streak.times;
    if (count > m.busiest_day.count) m.busiest_day = {day, count}, m.busiest_days = 0;
    if (count == m.busiest_day.count) ++m.busiest_days;
  }
  if (m.last_day - m.first_day < max_calendar_days) {
    m.days.resize(static_cast<std::size_t>(m.last_day - m.first_day + 1));
    for (auto [day, count] : by_day)
      if (day >= m.first_day && day <= m.last_day)
        m.days[static_cast<std::size_t>(day - m.first_day)] = count;
  }
  const int most = *std::max_element(m.hours.begin(), m.hours.end());
  for (int hour = 0; hour < 24 && most > 0; ++hour)
    if (m.hours[static_cast<std::size_t>(hour)] == most) m.busiest_hours.push_back(hour);
}

void count_halves(Manifest& m, const Source& source) {
  const auto middle = source.from + (source.until - source.from) / 2;
  for (const auto& poc : source.pocs) ++(poc.created_at < middle ? m.first_half : m.second_half);
}

void count_months(Manifest& m, const std::vector<Moment>& moments) {
  auto first = date_of(m.first_day), last = date_of(m.last_day);
  for (int month = first.year * 12 + first.month - 1; month <= last.year * 12 + last.month - 1; ++month)
    m.months.push_back({month / 12, month % 12 + 1, 0});
  int start = first.year * 12 + first.month - 1;
  for (const auto& moment : moments) {
    int index = moment.time.year * 12 + moment.time.month - 1 - start;
    if (index >= 0 && index < static_cast<int>(m.months.size()))
      ++m.months[static_cast<std::size_t>(index)].count;
  }
  for (const auto& month : m.months) {
    if (month.count > 0) ++m.active_months;
    if (month.count > m.busiest_month.count) m.busiest_month = month, m.busiest_months = 0;
    if (month.count > 0 && month.count == m.busiest_month.count) ++m.busiest_months;
  }
}

// The race's steps are months, or equal parts of a long or a short period.
void count_languages(Manifest& m, const Source& source, const std::vector<Moment>& moments) {
  std::map<std::string, int> counts;
  for (const auto& poc : source.pocs)
    if (!poc.language.empty()) ++counts[poc.language];
  auto all = ranked(counts);
  m.languages_in_all = static_cast<int>(all.size());
  m.languages_tied = static_cast<int>(
      std::ranges::count_if(all, [&](const Count& one) { return one.count == all.front().count; }));
  if (all.size() > 10) all.resize(10);
  m.race_steps = 24;
  std::unordered_map<std::string, std::size_t> index;
  for (const auto& [name, count] : all) {
    index[name] = m.languages.size();
    m.languages.push_back({name, colour_of_language(name), count, std::vector<int>(24)});
  }
  for (std::size_t i = 0; i < source.pocs.size(); ++i) {
    auto known = index.find(source.pocs[i].language);
    if (known == index.end()) continue;
    int span = std::max(1, m.last_day - m.first_day + 1);
    int step = std::clamp((moments[i].day - m.first_day) * 24 / span, 0, 23);
    ++m.languages[known->second].by_step[static_cast<std::size_t>(step)];
  }
  for (auto& language : m.languages)
    for (std::size_t step = 1; step < language.by_step.size(); ++step)
      language.by_step[step] += language.by_step[step - 1];
}

// A tag that only ever repeats its POC's language says nothing new.
bool repeats_language(const Poc& poc, const std::string& tag) {
  std::string letters;
  for (char c : text::lower(poc.language)) letters += c;
  return tag == letters || tag == "poc" || (letters == "c++" && tag == "cpp") ||
         (letters == "c#" && tag == "csharp");
}

void count_tags(Manifest& m, const Source& source) {
  std::map<std::string, int> tags, frameworks;
  std::set<std::string> telling;
  for (const auto& poc : source.pocs) {
    for (const auto& tag : poc.tags) {
      ++tags[tag];
      if (!repeats_language(poc, tag)) telling.insert(tag);
    }
    for (const auto& framework : poc.frameworks) ++frameworks[framework];
  }
  std::erase_if(tags, [&](const auto& tag) { return !telling.contains(tag.first); });
  m.tags = ranked(tags);
  m.tags_in_all = static_cast<int>(m.tags.size());
  if (m.tags.size() > max_tags) m.tags.resize(max_tags);
  m.frameworks = ranked(frameworks);
  m.frameworks_in_all = static_cast<int>(m.frameworks.size());
  if (m.frameworks.size() > 12) m.frameworks.resize(12);
  std::unordered_map<std::string, int> index;
  for (const auto& tag : m.tags) index.emplace(tag.name, static_cast<int>(index.size()));
  std::map<std::pair<int, int>, int> together;
  for (const auto& poc : source.pocs)
    for (std::size_t a = 0; a < poc.tags.size(); ++a)
      for (std::size_t b = a + 1; b < poc.tags.size(); ++b) {
        auto one = index.find(poc.tags[a]), other = index.find(poc.tags[b]);
        if (one == index.end() || other == index.end() || one == other) continue;
        ++together[std::minmax(one->second, other->second)];
      }
  for (auto [pair, count] : together) m.links.push_back({pair.first, pair.second, count});
  std::sort(m.links.begin(), m.links.end(), [](const TagLink& a, const TagLink& b) {
    return std::tie(b.count, a.from, a.to) < std::tie(a.count, b.from, b.to);
  });
  if (m.links.size() > max_links) m.links.resize(max_links);
}

}  // namespace

canvas::Colour colour_of_language(const std::string& name) {
  constexpr canvas::Colour unknown{0.55, 0.58, 0.62, 1};
  const auto* language = contract::find_language(name);
  return language == nullptr ? unknown : canvas::from_hex(language->colour, unknown);
}

locale::LocalTime date_of(Day day) {
  std::chrono::sys_days days{std::chrono::days{day}};
  std::chrono::year_month_day date{days};
  locale::LocalTime out;
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.weekday = static_cast<int>(std::chrono::weekday{days}.c_encoding());
  return out;
}

Day day_of(int year, int month, int day) {
  auto date = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
              std::chrono::day{static_cast<unsigned>(day)};
  return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

// Years where they are whole or many, else months.
std::string period_in(Locale in, Day first_day, Day last_day) {
  const auto first = date_of(first_day), last = date_of(last_day);
  const bool whole_years = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;
  if (whole_years && first.year == last.year) return std::to_string(first.year);
  if (whole_years || last.year - first.year > 1) return fmt::format("{}–{}", first.year, last.year);
  if (first.year != last.year)
    return fmt::format("{} – {}", locale::short_month_of(in, first.year, first.month),
                       locale::short_month_of(in, last.year, last.month));
  if (first.month == last.month) return locale::month_of(in, first.year, first.month);
  return fmt::format("{}–{} {}", locale::short_month(in, first.month), locale::short_month(in, last.month),
                     first.year);
}

Manifest manifest_of(const Source& source, const locale::Zone& zone) {
  Manifest m;
  m.title = source.title;
  m.person = source.person;
  m.tenant = source.tenant;
  m.locale = source.locale;
  auto first = zone.local(source.from), last = zone.local(source.until - std::chrono::seconds{1});
  m.first_day = local_day(first);
  m.last_day = std::max(m.first_day, local_day(last));
  m.period_ends = std::max(m.last_day, local_day(zone.local(source.to - std::chrono::seconds{1})));
  m.period = period_in(m.locale, m.first_day, m.period_ends);
  m.total = static_cast<int>(source.pocs.size());
  std::vector<Moment> moments;
  moments.reserve(source.pocs.size());
  for (const auto& poc : source.pocs) {
    auto time = zone.local(poc.created_at);
    moments.push_back({time, local_day(time)});
    if (poc.named()) m.names.push_back({poc.id, poc.name, colour_of_language(poc.language)});
  }
  m.unnamed = m.total - static_cast<int>(m.names.size());
  count_time(m, moments);
  count_halves(m, source);
  count_months(m, moments);
  count_languages(m, source, moments);
  count_tags(m, source);
  m.heroes = heroes_of(source, zone);
  m.persona = persona_of(m, source);
  return m;
}

namespace {

using json::append_json;

std::string listed(const std::vector<int>& numbers) {
  return fmt::format("[{}]", fmt::join(numbers, ","));
}

std::string listed(const std::vector<Count>& counts) {
  std::string out = "[";
  for (const auto& one : counts) {
    out += out.size() > 1 ? ",\n    " : "";
    append_json(out, one.name);
    out += fmt::format(": {}", one.count);
  }
  return out + "]";
}

}  // namespace

std::string to_json(const Manifest& m) {
  std::string out = "{\n";
  auto line = [&](std::string_view name, const std::string& value) {
    out += fmt::format("  \"{}\": {},\n", name, value);
  };
  auto text = [&](std::string_view name, const std::string& value) {
    std::string quoted;
    append_json(quoted, value);
    line(name, quoted);
  };
  text("person", m.person);
  text("period", m.period);
  line("total", std::to_string(m.total));
  line("activeDays", std::to_string(m.active_days));
  std::vector<int> months;
  for (const auto& month : m.months) months.push_back(month.count);
  line("months", listed(months));
  line("hours", listed(m.hours));
  line("weekdays", listed(m.weekdays));
  line("busiestDay", fmt::format("[{}, {}]", m.busiest_day.day, m.busiest_day.count));
  line("streak", fmt::format("[{}, {}]", m.streak.first, m.streak.days));
  std::vector<Count> languages;
  for (const auto& language : m.languages) languages.push_back({language.name, language.count});
  line("languages", listed(languages));
  line("tags", listed(m.tags));
  line("frameworks", listed(m.frameworks));
  std::vector<Count> links, heroes;
  for (const auto& link : m.links)
    links.push_back({m.tags[static_cast<std::size_t>(link.from)].name + " + " +
                         m.tags[static_cast<std::size_t>(link.to)].name,
                     link.count});
  line("links", listed(links));
  for (const auto& hero : m.heroes) heroes.push_back({hero.name, hero.poc});
  line("heroes", listed(heroes));
  line("halves", fmt::format("[{}, {}]", m.first_half, m.second_half));
  out += fmt::format("  \"persona\": [{}, {}, {}]\n}}\n", static_cast<int>(m.persona.kind), m.persona.share,
                     m.persona.number);
  return out;
}

}  // namespace mrbill::content::video
