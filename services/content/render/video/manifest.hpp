// What a film says: facts counted from an order, in the person's own days, months and language order.
// Everything a scene shows is here; a scene computes nothing of its own.
//
//   Manifest manifest = manifest_of(order_facts);
//   manifest.total == 150; manifest.streak.days == 9; manifest.persona.kind == PersonaKind::polyglot
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <base/uuid.hpp>
#include <canvas/colour.hpp>

#include "render/locale/locale.hpp"

namespace mrbill::content::video {

using locale::Locale;

struct Poc {
  Uuid id;
  std::string name;         // empty: a private one, which is counted and not named
  std::string description;  // empty: none; at most 300 code points
  std::string address;      // of its repository, without https://, where everybody may see it; else empty
  std::string language;     // empty: none
  std::vector<std::string> tags;
  std::vector<std::string> frameworks;
  bool favourite = false;
  Timestamp created_at;
  Timestamp updated_at;
  [[nodiscard]] bool named() const { return !name.empty(); }
};

// What the film is ordered from, the POCs by createdAt.
struct Source {
  std::string title;
  std::string person;
  std::string tenant;
  Locale locale = Locale::en;
  Timestamp from;
  Timestamp to;
  Timestamp until;  // where the facts end: before `to` while the period runs
  std::vector<Poc> pocs;
};

using Day = std::int32_t;  // since 1970-01-01, local

struct Count {
  std::string name;
  int count = 0;
};

struct DayCount {
  Day day = 0;
  int count = 0;
};

struct MonthCount {
  int year = 0;
  int month = 1;
  int count = 0;
};

struct Language {
  std::string name;
  canvas::Colour colour;
  int count = 0;
  std::vector<int> by_step;  // how many there were at the end of each of the race's steps
};

struct TagLink {
  int from = 0;  // indices into tags
  int to = 0;
  int count = 0;
};

struct Streak {
  int days = 0;
  Day first = 0;
  int times = 0;  // how many of this length there were
};

struct Hero {
  int poc = 0;  // index into names
  std::string name;
  std::string description;
  std::string address;
  std::string language;
  canvas::Colour colour;
  std::vector<std::string> tags;
  bool favourite = false;
  Day day = 0;
};

// Whose year it was, in a word; `minimalist` whose POCs are too few to tell.

enum class PersonaKind {
  minimalist,
  night_owl,
  early_bird,
  weekender,
  polyglot,
  specialist,
  sprinter,
  marathoner,
  explorer,
  storyteller,
  builder
};

struct Persona {
  PersonaKind kind = PersonaKind::minimalist;
  int share = 0;   // per cent, where the reason tells one
  int number = 0;  // what the reason counts
  std::string word;
};

struct Name {
  Uuid id;
  std::string name;
  canvas::Colour colour;  // of its language
};

struct Manifest {
  std::string title;
  std::string person;
  std::string tenant;
  Locale locale = Locale::en;
  std::string period;  // "2025", "2019-2025" with a dash, "mar-jun 2025"
  Day first_day = 0;
  Day last_day = 0;     // of the facts
  Day period_ends = 0;  // the last day that was asked for: later than last_day while it runs
  [[nodiscard]] bool runs() const { return last_day < period_ends; }

  int total = 0;
  int unnamed = 0;  // of these: private ones that are counted and not named
  int active_days = 0;
  int active_months = 0;
  std::vector<int> days;  // by day from first_day; empty where the period is longer than 400 days
  std::vector<MonthCount> months;
  std::vector<int> hours = std::vector<int>(24);
  std::vector<int> weekdays = std::vector<int>(7);  // 0 is Sunday
  // The first of the fullest, and how many are as full: a tie is no victory.
  DayCount busiest_day;
  int busiest_days = 0;
  MonthCount busiest_month;
  int busiest_months = 0;
  std::vector<int> busiest_hours;
  Streak streak;
  std::vector<Language> languages;  // the most used first
  int languages_in_all = 0;
  int languages_tied = 0;  // as many as the first has
  int race_steps = 0;
  std::vector<Count> tags;
  std::vector<TagLink> links;
  int tags_in_all = 0;
  std::vector<Count> frameworks;
  int frameworks_in_all = 0;
  std::vector<Hero> heroes;  // the best first
  Persona persona;
  int first_half = 0;  // POCs in the first half of the time that the facts tell of
  int second_half = 0;
  std::vector<Name> names;  // every POC that is named, by createdAt
};

[[nodiscard]] Manifest manifest_of(const Source& source, const locale::Zone& zone);
// All but the names of the POCs, for golden files and for people.
[[nodiscard]] std::string to_json(const Manifest& manifest);

[[nodiscard]] locale::LocalTime date_of(Day day);
// "2025", "2019–2025", "mar 2025 – fev 2026".
[[nodiscard]] std::string period_in(Locale locale, Day first, Day last);
[[nodiscard]] Day day_of(int year, int month, int day);

}  // namespace mrbill::content::video
