// Collections generated for tests of what a film says, and the same collections counted by hand: by
// other means than the film's own. People live at UTC-3 without summer time: days, hours and months are
// cut by hand.
#pragma once

#include <map>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <base/unreachable.hpp>

#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr auto offset = 3h;

// A span of time, and what a film of it has to say of the span.
struct Span {
  const char* name;
  Timestamp from, to, until;
  const char *period_pt, *period_en, *promise_pt, *promise_en;
};

inline const Span spans[] = {
    {"a year", at(2025, 1, 1, 3), at(2026, 1, 1, 3), at(2026, 1, 1, 3), "2025", "2025", "Seu ano em código",
     "Your year in code"},
    {"a running year", at(2026, 1, 1, 3), at(2027, 1, 1, 3), at(2026, 12, 4, 3), "2026", "2026",
     "Seu ano em código, até 3 de dezembro", "Your year in code, until December 3"},
    {"a year that has hardly begun", at(2026, 1, 1, 3), at(2027, 1, 1, 3), at(2026, 2, 2, 3), "2026", "2026",
     "Seu ano em código, até 1º de fevereiro", "Your year in code, until February 1"},
    {"twelve months", at(2025, 6, 1, 3), at(2026, 6, 1, 3), at(2026, 6, 1, 3), "jun 2025 – mai 2026",
     "Jun 2025 – May 2026", "Seu ano em código", "Your year in code"},
    {"a month", at(2025, 3, 1, 3), at(2025, 4, 1, 3), at(2025, 4, 1, 3), "março de 2025", "March 2025",
     "Seu mês em código", "Your month in code"},
    {"ten days", at(2025, 5, 3, 3), at(2025, 5, 13, 3), at(2025, 5, 13, 3), "maio de 2025", "May 2025",
     "Seus dias em código", "Your days in code"},
    {"five years", at(2021, 1, 1, 3), at(2026, 1, 1, 3), at(2026, 1, 1, 3), "2021–2025", "2021–2025",
     "Sua história em código", "Your story in code"},
};

struct Habit {
  int pocs;
  int hour, hours;  // within which they are made
  double begins;    // share of the span before the first
  int languages, tags;
  int every_days;  // 1: any day
  double described = 0.4;
  double hidden = 0;  // private ones that are not named
};

inline const Habit habits[] = {
    {1, 9, 10, 0.5, 1, 3, 1},         {2, 9, 1, 0.9, 1, 2, 1},     {5, 8, 12, 0, 2, 4, 1, 0.4, 0.4},
    {13, 5, 4, 0.55, 3, 5, 3},        {24, 7, 3, 0.5, 4, 6, 5},    {40, 0, 24, 0, 12, 30, 1, 1},
    {60, 22, 7, 0.1, 2, 8, 2},        {60, 5, 4, 0, 1, 3, 1},      {90, 9, 9, 0, 5, 12, 7},
    {120, 0, 9, 0, 9, 20, 1, 0, 0.3}, {150, 0, 24, 0.5, 8, 26, 1}, {30, 14, 2, 0, 2, 3, 4, 0.4, 1}};

inline std::vector<Poc> collection(const Span& span, const Habit& habit, unsigned seed) {
  constexpr const char* languages[] = {"Go",   "Rust", "C++",    "Java",   "Zig", "Elixir",
                                       "Ruby", "Lua",  "Kotlin", "Python", "C",   "SQL"};
  constexpr const char* tools[] = {"Qt", "React", "Vue", "Flask", "Spring Boot"};
  std::mt19937 dice(seed);
  const auto days = static_cast<long>((span.until - span.from) / 24h);
  std::vector<Poc> pocs;
  for (int i = 0; i < habit.pocs; ++i) {
    const long first = std::min(days - 1, static_cast<long>(habit.begins * static_cast<double>(days)));
    long day = first + static_cast<long>(dice() % static_cast<unsigned>(days - first));
    day = std::max(first, day - day % habit.every_days);
    Poc poc;
    poc.id.bytes[15] = static_cast<std::uint8_t>(i);
    poc.name = fmt::format("poc {}", static_cast<char>('a' + i % 26));
    poc.created_at = span.from + day * 24h +
                     std::chrono::hours(
                         (habit.hour + static_cast<int>(dice() % static_cast<unsigned>(habit.hours))) % 24) +
                     std::chrono::minutes(dice() % 60);
    poc.updated_at = poc.created_at;
    poc.language = languages[dice() % static_cast<unsigned>(habit.languages)];
    if (dice() % 100 < habit.hidden * 100) poc.name.clear();
    if (poc.named()) {
      if (dice() % 100 < habit.described * 100) poc.description = "It does one thing.";
      for (int k = 0; k < 2; ++k)
        poc.tags.push_back(fmt::format(
            "t{}", static_cast<char>('a' + static_cast<int>(dice() % static_cast<unsigned>(habit.tags)))));
      if (poc.tags[0] == poc.tags[1]) poc.tags.pop_back();
      if (dice() % 2 == 0) poc.frameworks = {tools[dice() % 5]};
      poc.favourite = dice() % 4 == 0;
    }
    pocs.push_back(std::move(poc));
  }
  std::sort(pocs.begin(), pocs.end(), [](const Poc& a, const Poc& b) { return a.created_at < b.created_at; });
  return pocs;
}

// The same collection, counted by hand.
struct Truth {
  const Span& span;
  const std::vector<Poc>& pocs;
  std::map<sys_days, int> days;
  std::map<std::pair<int, unsigned>, int> months;  // with a POC
  std::map<int, int> hours;
  std::map<std::string, int> languages, tags, tools;
  int unnamed = 0, before = 0, after = 0, weekend = 0, night = 0, early = 0, described = 0;

  Truth(const Span& of, const std::vector<Poc>& all) : span(of), pocs(all) {
    for (const auto& poc : pocs) {
      const auto local = poc.created_at - offset;
      const auto day = std::chrono::floor<std::chrono::days>(local);
      const year_month_day date(day);
      const auto hour = static_cast<int>((local - day) / 1h);
      ++days[day];
      ++months[{static_cast<int>(date.year()), static_cast<unsigned>(date.month())}];
      ++hours[hour];
      if (hour >= 22 || hour < 5) ++night;
      if (hour >= 5 && hour < 9) ++early;
      const std::chrono::weekday weekday(day);
      if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) ++weekend;
      ++languages[poc.language];
      for (const auto& tag : std::set<std::string>(poc.tags.begin(), poc.tags.end())) ++tags[tag];
      for (const auto& tool : poc.frameworks) ++tools[tool];
      if (poc.name.empty()) ++unnamed;
      if (!poc.description.empty()) ++described;
      ++(poc.created_at - span.from < span.until - poc.created_at ? before : after);
    }
  }
  [[nodiscard]] int total() const { return static_cast<int>(pocs.size()); }
  [[nodiscard]] long span_days() const { return (span.until - span.from) / 24h; }
  [[nodiscard]] int span_months() const {
    const year_month_day first(std::chrono::floor<std::chrono::days>(span.from - offset)),
        last(std::chrono::floor<std::chrono::days>(span.until - offset - 1s));
    return static_cast<int>((last.year() / last.month() - first.year() / first.month()).count()) + 1;
  }
  // The longest run of days, and how many runs are as long.
  [[nodiscard]] std::pair<int, std::vector<sys_days>> streak() const {
    int longest = 0;
    std::vector<sys_days> begins;
    for (const auto& [day, count] : days) {
      if (days.contains(day - std::chrono::days(1))) continue;
      int run = 1;
      while (days.contains(day + std::chrono::days(run))) ++run;
      if (run > longest) longest = run, begins.clear();
      if (run == longest) begins.push_back(day);
    }
    return {longest, begins};
  }
};

template <class Key>
std::vector<Key> fullest(const std::map<Key, int>& counts) {
  int most = 0;
  for (const auto& [key, count] : counts) most = std::max(most, count);
  std::vector<Key> keys;
  for (const auto& [key, count] : counts)
    if (count == most) keys.push_back(key);
  return keys;
}

// What each scene's caption must be, in one of the languages.
class Speaker {
 public:
  Speaker(const Truth& truth, bool portuguese) : t_(truth), pt_(portuguese) {}

  [[nodiscard]] std::string title() const {
    const char* promise = pt_ ? t_.span.promise_pt : t_.span.promise_en;
    const auto until = std::string(promise).find(", ");
    std::string said = t_.total() == 1 ? (pt_ ? "Uma POC, uma história" : "One POC, one story") : promise;
    if (t_.total() == 1 && until != std::string::npos) said += std::string(promise).substr(until);
    return fmt::format("Ana Souza, {}. {}.", pt_ ? t_.span.period_pt : t_.span.period_en, said);
  }
  [[nodiscard]] std::string scale() const {
    return fmt::format("{} {}. {}", t_.total(), t_.total() == 1 ? "POC" : "POCs", pace());
  }
  [[nodiscard]] std::string calendar() const {
    const auto days = t_.days.size();
    if (pt_) return fmt::format("{} {} com código.", days, days == 1 ? "dia" : "dias");
    return fmt::format("{} {} with code.", days, days == 1 ? "day" : "days");
  }
  [[nodiscard]] std::string rhythm() const {
    const auto best = fullest(t_.hours);
    if (best.size() == 1) return hour(best[0]) + (pt_ ? " é a sua hora." : " is your hour.");
    if (best.size() == 2)
      return hour(best[0]) + " · " + hour(best[1]) + (pt_ ? " são as suas horas." : " are your hours.");
    return fmt::format("{} {}.", best.size(), pt_ ? "horas empatadas" : "hours tied");
  }
  [[nodiscard]] std::string languages() const {
    const auto all = t_.languages.size();
    const auto best = fullest(t_.languages);
    std::string ahead = best[0];
    if (all > 1 && best.size() == 1) ahead = pt_ ? best[0] + " na frente" : "led by " + best[0];
    if (best.size() == 2)
      ahead = best[0] + (pt_ ? " e " : " and ") + best[1] + (pt_ ? " empatadas na frente" : " tied in front");
    if (best.size() > 2)
      ahead = fmt::format("{} {}", best.size(), pt_ ? "empatadas na frente" : "tied in front");
    return fmt::format("{} {}, {}.", all,
                       pt_ ? (all == 1 ? "linguagem" : "linguagens") : (all == 1 ? "language" : "languages"),
                       ahead);
  }
  [[nodiscard]] std::string halves() const {
    const int a = t_.before, b = t_.after;
    if (a == b) return pt_ ? "O mesmo fôlego nas duas metades." : "The same breath in both halves.";
    if (a == 0) return pt_ ? "Tudo na segunda metade." : "All of it in the second half.";
    if (b == 0) return pt_ ? "Tudo na primeira metade." : "All of it in the first half.";
    if (b < a) return pt_ ? "A primeira metade foi a mais intensa." : "The first half burned brightest.";
    const int more = static_cast<int>(std::lround(100.0 * (b - a) / a));
    if (more >= 200 || more < 1)
      return fmt::format(
          fmt::runtime(pt_ ? "De {} para {} na segunda metade." : "From {} to {} in the second half."), a, b);
    return fmt::format(fmt::runtime(pt_ ? "{}% a mais na segunda metade." : "{}% more in the second half."),
                       more);
  }
  [[nodiscard]] std::string wall() const {
    const int named = t_.total() - t_.unnamed;
    if (t_.unnamed > 0)
      return fmt::format("{}: {} · {}\u00a0{}.", pt_ ? "Com nome" : "Named", named, t_.unnamed,
                         pt_ ? (t_.unnamed == 1 ? "privada" : "privadas") : "private");
    if (t_.total() == 1) return only();
    return fmt::format("{}: {}.", pt_ ? "Todas elas" : "All of them", named);
  }
  [[nodiscard]] std::string records() const {
    std::vector<std::string> all;
    int most = 0;
    for (const auto& [day, count] : t_.days) most = std::max(most, count);
    if (most >= 2) all.push_back(fmt::format("{} {}", most, pt_ ? "em um só dia" : "in a single day"));
    if (t_.streak().first >= 3)
      all.push_back(fmt::format("{} {}", t_.streak().first, pt_ ? "dias seguidos" : "days in a row"));
    if (t_.span_months() >= 3) {
      const auto best = fullest(t_.months);
      all.push_back(
          best.size() > 1
              ? fmt::format("{} {}", t_.months.at(best[0]), pt_ ? "em um só mês" : "in a single month")
              : fmt::format("{} {} {}", t_.months.at(best[0]), pt_ ? "em" : "in", month(best[0].second)));
    }
    if (t_.tools.size() >= 2) all.push_back(fmt::format("{} frameworks", t_.tools.size()));
    if (t_.languages.size() >= 2)
      all.push_back(fmt::format("{} {}", t_.languages.size(), pt_ ? "linguagens" : "languages"));
    if (t_.tags.size() >= 2) all.push_back(fmt::format("{} {}", t_.tags.size(), pt_ ? "assuntos" : "topics"));
    if (all.size() > 3) all.resize(3);
    std::string said = pt_ ? "Recordes: " : "Records: ";
    for (std::size_t i = 0; i < all.size(); ++i) said += (i > 0 ? ", " : "") + all[i];
    return said + ".";
  }
  // Which it is, is the film's choice; what it says must be so.
  [[nodiscard]] std::string persona(PersonaKind kind) const {
    const auto share = [&](int part) {
      const int rounded = static_cast<int>(std::lround(100.0 * part / t_.total()));
      return part == t_.total() ? 100 : std::min(rounded, 99);
    };
    const auto of = [&](const char* pt, const char* en, auto... facts) {
      return fmt::format(fmt::runtime(pt_ ? pt : en), facts...);
    };
    switch (kind) {
      case PersonaKind::minimalist:
        if (t_.total() == 1)
          return of("Minimalista. Tudo cabe em uma POC.", "Minimalist. It all fits into one POC.");
        return of("Minimalista. Tudo cabe em {} POCs.", "Minimalist. It all fits into {} POCs.", t_.total());
      case PersonaKind::night_owl:
        return of("Coruja. {}% nasceram entre 22h e 5h.", "Night Owl. {}% were born between 10 pm and 5 am.",
                  share(t_.night));
      case PersonaKind::early_bird:
        return of("Espírito madrugador. {}% nasceram entre 5h e 9h.",
                  "Early Bird. {}% were born between 5 and 9 am.", share(t_.early));
      case PersonaKind::weekender:
        return of("Alma de fim de semana. {}% nasceram no sábado ou domingo.",
                  "Weekend Soul. {}% were born on a weekend.", share(t_.weekend));
      case PersonaKind::polyglot:
        return of("Poliglota. {} linguagens em um só filme.", "Polyglot. {} languages in one film.",
                  t_.languages.size());
      case PersonaKind::specialist: {
        const auto best = fullest(t_.languages);
        EXPECT_EQ(best.size(), 1u);
        return of("Especialista. {}% em {}.", "Specialist. {}% in {}.", share(t_.languages.at(best[0])),
                  best[0]);
      }
      case PersonaKind::sprinter:
        if (days_of_half() == 1)
          return of("Velocista. Metade de tudo em um só dia.", "Sprinter. Half of it all in a single day.");
        return of("Velocista. Metade de tudo em {} dias.", "Sprinter. Half of it all in {} days.",
                  days_of_half());
      case PersonaKind::marathoner:
        EXPECT_EQ(static_cast<int>(t_.months.size()), t_.span_months());
        return of("Maratonista. {} meses sem perder o passo.", "Marathoner. {} months without losing step.",
                  t_.span_months());
      case PersonaKind::explorer:
        return of("Viajante de mundos. {} assuntos diferentes.", "World Explorer. {} different topics.",
                  t_.tags.size());
      case PersonaKind::storyteller:
        return of("Cronista. {}% com a história escrita.", "Storyteller. {}% with their story told.",
                  share(t_.described));
      case PersonaKind::builder:
        return of("Mão na massa. {} ideias tiradas do papel.", "Builder. {} ideas made real.", t_.total());
    }
    unreachable();
  }
  [[nodiscard]] std::string bow() const {
    const char* promise = pt_ ? t_.span.promise_pt : t_.span.promise_en;
    const auto until = std::string(promise).find(", ");
    return "Ana Souza. " +
           (until == std::string::npos ? "" : std::string(promise).substr(until + 2) + " · ") +
           (pt_ ? "feito com Mr Bill." : "made with Mr Bill.");
  }
  [[nodiscard]] std::string tools() const {
    const auto best = fullest(t_.tools);
    std::string said = best[0] + (pt_ ? " em primeiro" : " came first");
    if (best.size() == 2) said = best[0] + ", " + best[1];
    if (best.size() > 2) said = std::to_string(t_.tools.size());
    return (pt_ ? "Suas ferramentas: " : "Your tools: ") + said + ".";
  }
  [[nodiscard]] std::string tags() const {
    const auto all = t_.tags.size();
    return fmt::format("{} {}.", all,
                       pt_ ? (all == 1 ? "assunto" : "assuntos") : (all == 1 ? "topic" : "topics"));
  }

 private:
  [[nodiscard]] std::string only() const {
    return pt_ ? "A única deste filme." : "The only one in this film.";
  }
  [[nodiscard]] std::string pace() const {
    if (t_.total() == 1) return only();
    const double each = static_cast<double>(t_.span_days()) / t_.total();
    const auto decimal = [&](double value, int digits) {
      auto text = fmt::format("{:.{}f}", value, digits);
      if (text.ends_with(".0")) text.resize(text.size() - 2);
      if (pt_) std::replace(text.begin(), text.end(), '.', ',');
      return text;
    };
    if (each >= 1.05)
      return fmt::format(
          fmt::runtime(pt_ ? "Uma a cada {} dias, em média." : "One every {} days, on average."),
          decimal(each, each < 9.95 ? 1 : 0));
    if (each > 0.95) return pt_ ? "Uma por dia, em média." : "One a day, on average.";
    return fmt::format(fmt::runtime(pt_ ? "{} por dia, em média." : "{} a day, on average."),
                       decimal(1 / each, 1));
  }
  [[nodiscard]] std::string hour(int hour) const {
    if (pt_) return fmt::format("{}h", hour);
    return fmt::format("{} {}", hour % 12 == 0 ? 12 : hour % 12, hour < 12 ? "am" : "pm");
  }
  [[nodiscard]] std::string month(unsigned month) const {
    constexpr const char* pt[] = {"janeiro", "fevereiro", "março",    "abril",   "maio",     "junho",
                                  "julho",   "agosto",    "setembro", "outubro", "novembro", "dezembro"};
    constexpr const char* en[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};
    return pt_ ? pt[month - 1] : en[month - 1];
  }
  [[nodiscard]] int days_of_half() const {
    std::vector<int> counts;
    for (const auto& [day, count] : t_.days) counts.push_back(count);
    std::sort(counts.begin(), counts.end(), std::greater());
    int days = 0;
    for (int held = 0; held * 2 < t_.total(); ++days) held += counts[static_cast<std::size_t>(days)];
    return days;
  }

  const Truth& t_;
  bool pt_;
};

}  // namespace mrbill::content::video
