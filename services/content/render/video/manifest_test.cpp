#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <tuple>

#include <gtest/gtest.h>

#include <json/parse.hpp>

#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

Source source(std::vector<Poc> pocs) {
  return {"",
          "Ana",
          "Acme",
          Locale::pt_br,
          at(2025, 1, 1, 3),
          at(2026, 1, 1, 3),
          at(2026, 1, 1, 3),
          std::move(pocs)};
}

Poc poc_at(Timestamp time, std::string language = "Go") {
  Poc poc;
  poc.name = "a";
  poc.language = std::move(language);
  poc.created_at = poc.updated_at = time;
  return poc;
}

Manifest facts(std::vector<Poc> pocs, const char* zone = "America/Sao_Paulo") {
  return manifest_of(source(std::move(pocs)), locale::use_zone(zone));
}

TEST(Manifest, counts_days_in_the_persons_own_zone) {
  // Two in the night of UTC is eleven in the evening before, in São Paulo.
  auto m = facts({poc_at(at(2025, 3, 2, 2)), poc_at(at(2025, 3, 1, 20))});
  EXPECT_EQ(m.busiest_day.count, 2);
  EXPECT_EQ(m.busiest_day.day, day_of(2025, 3, 1));
  EXPECT_EQ(m.hours[23], 1);
}

TEST(Manifest, names_a_whole_year_by_its_number) {
  EXPECT_EQ(facts({}).period, "2025");
}

TEST(Manifest, finds_the_longest_streak_over_the_end_of_a_month) {
  auto m = facts(
      {poc_at(at(2025, 1, 30)), poc_at(at(2025, 1, 31)), poc_at(at(2025, 2, 1)), poc_at(at(2025, 2, 3))});
  EXPECT_EQ(m.streak.days, 3);
  EXPECT_EQ(m.streak.first, day_of(2025, 1, 30));
}

TEST(Manifest, ends_the_race_with_the_true_counts) {
  auto m = facts(some_pocs(150));
  for (const auto& language : m.languages) EXPECT_EQ(language.by_step.back(), language.count);
}

TEST(Manifest, adds_up) {
  auto m = facts(some_pocs(150));
  int months = 0, hours = 0, days = 0;
  for (const auto& month : m.months) months += month.count;
  for (int hour : m.hours) hours += hour;
  for (int day : m.days) days += day;
  EXPECT_EQ(months, 150);
  EXPECT_EQ(hours, 150);
  EXPECT_EQ(days, 150);
  EXPECT_EQ(m.first_half + m.second_half, 150);
}

TEST(Manifest, tells_a_persona_by_what_was_done) {
  std::vector<Poc> nights, one_language;
  for (int i = 0; i < 20; ++i) {
    nights.push_back(poc_at(at(2025, 1, 1, 4) + std::chrono::days{i * 13}, i % 2 == 0 ? "Go" : "C"));
    one_language.push_back(poc_at(at(2025, 1, 1, 18) + std::chrono::days{i}));
  }
  EXPECT_EQ(facts(nights).persona.kind, PersonaKind::night_owl);
  EXPECT_EQ(facts(one_language).persona.kind, PersonaKind::specialist);
  EXPECT_EQ(facts({poc_at(at(2025, 5, 5))}).persona.kind, PersonaKind::minimalist);
}

// Seventeen languages make a polyglot of whoever has no stronger habit, and of nobody who mostly works
// by night.
TEST(Manifest, tells_a_habit_before_the_many_languages_of_a_long_collection) {
  std::vector<Poc> nights, days;
  for (int i = 0; i < 51; ++i) {
    const auto language = "language-" + std::to_string(i % 17);
    const int hour = i % 5 < 3 ? 4 : 18;  // at one in the morning there, or in the afternoon
    nights.push_back(poc_at(at(2025, 1, 1, hour) + std::chrono::days{i * 7}, language));
    days.push_back(poc_at(at(2025, 1, 1, 18) + std::chrono::days{i * 7}, language));
  }
  EXPECT_EQ(facts(nights).persona.kind, PersonaKind::night_owl);
  EXPECT_EQ(facts(days).persona.kind, PersonaKind::polyglot);
}

TEST(Manifest, prefers_heroes_that_are_favourites_and_differ) {
  auto pocs = some_pocs(40);
  pocs[7].favourite = true;
  auto m = facts(pocs);
  EXPECT_EQ(m.heroes.front().poc, 7);
  EXPECT_NE(m.heroes[1].language, m.heroes[0].language);
}

TEST(Manifest, of_nothing_is_well_formed) {
  auto m = facts({});
  EXPECT_EQ(m.total, 0);
  EXPECT_TRUE(m.heroes.empty());
  EXPECT_EQ(m.months.size(), 12u);
}

const std::filesystem::path repository = MRBILL_SOURCE_DIR;

// The demo person's POCs, dated from a fixed day.
std::vector<Poc> demo() {
  std::ifstream lines(repository / "deploy/local/demo/ana.jsonl");
  std::vector<Poc> pocs;
  for (std::string line; std::getline(lines, line);) {
    json::Errors errors;
    json::Memory memory;
    const auto row = json::parse(line, memory, errors);
    auto member = [&](const char* name) { return json::find(*row->object(), name); };
    Poc poc;
    poc.name = *member("name")->string();
    if (const auto* words = member("description")->string()) poc.description = *words;
    poc.language = *member("language")->string();
    for (const auto& tag : *member("tags")->array()) poc.tags.emplace_back(*tag.string());
    for (const auto& framework : *member("frameworks")->array())
      poc.frameworks.emplace_back(*framework.string());
    poc.created_at = at(2026, 1, 1, 15) - std::chrono::days{*member("daysAgo")->integer()};
    poc.updated_at = poc.created_at;
    pocs.push_back(std::move(poc));
  }
  std::sort(pocs.begin(), pocs.end(), [](const Poc& a, const Poc& b) {
    return std::tie(a.created_at, a.name) < std::tie(b.created_at, b.name);
  });
  return pocs;
}

// MRBILL_WRITE_GOLDEN=1 writes it anew.
TEST(Manifest, of_the_demo_person_is_the_golden_one) {
  auto pocs = demo();
  Source all{
      "",  "Ana Souza", "Acme", Locale::pt_br, pocs.front().created_at, at(2026, 1, 1, 3), at(2026, 1, 1, 3),
      pocs};
  auto json = to_json(manifest_of(all, locale::use_zone("America/Sao_Paulo")));
  auto file = repository / "services/content/render/video/golden/demo.json";
  if (std::getenv("MRBILL_WRITE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << json;
  }
  std::ifstream golden(file);
  EXPECT_EQ(json, std::string(std::istreambuf_iterator<char>(golden), {}));
}

}  // namespace
}  // namespace mrbill::content::video
