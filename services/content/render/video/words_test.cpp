// What a film says reads as one would write it: nobody's sex is guessed, and no number stands beside words
// that make another of it.
#include <set>

#include <gtest/gtest.h>

#include "render/video/scenes/figures.hpp"
#include "render/video/scenes/wall_names.hpp"
#include "render/video/video_fixture.hpp"

namespace mrbill::content::video {
namespace {

std::unique_ptr<Production> film_of(std::vector<Poc> pocs, Locale locale) {
  auto order = an_order();
  order.person.locale = locale;
  return a_film(order, std::move(pocs));
}

std::vector<Poc> on_days(std::initializer_list<std::pair<unsigned, unsigned>> months_and_days) {
  auto pocs = some_pocs(static_cast<int>(months_and_days.size()));
  std::size_t i = 0;
  for (const auto& [month, day] : months_and_days) pocs[i++].created_at = at(2025, month, day, 15);
  return pocs;
}

TEST(WordsOfAFilm, name_a_persona_without_guessing_whether_it_is_a_man_or_a_woman) {
  // Endings that Portuguese bends by sex; the nouns that end so and are of one gender for everybody
  // stand beside.
  const std::set<std::string> for_everybody{"Coruja", "Espírito", "Mão"};
  for (const auto& persona : words_in(Locale::pt_br).personas) {
    const std::string first(persona.name.substr(0, persona.name.find(' ')));
    if (for_everybody.contains(first)) continue;
    EXPECT_FALSE(first.ends_with("or") || first.ends_with("ora") || first.ends_with("eiro") ||
                 first.ends_with("eira") || first.ends_with("ado") || first.ends_with("ada"))
        << persona.name;
  }
}

struct Case {
  std::vector<Poc> pocs;
  std::string pt, en;
};

TEST(WordsOfAFilm, say_what_the_number_beside_the_calendar_counts) {
  const Case cases[] = {
      {on_days({{1, 2}, {1, 2}, {2, 5}, {3, 1}}), "POCs em 2 de janeiro", "POCs on January 2"},
      {on_days({{1, 2}, {1, 2}, {2, 5}, {2, 5}}), "POCs em cada um de 2 dias", "POCs on each of 2 days"},
      {on_days({{1, 2}, {1, 4}, {2, 5}, {3, 1}}), "POCs em janeiro de 2025", "POCs in January 2025"},
      {on_days({{1, 2}, {2, 4}, {3, 5}}), "POC em cada um de 3 meses", "POC in each of 3 months"}};
  for (const auto& one : cases) {
    EXPECT_EQ(peak_of(film_of(one.pocs, Locale::pt_br)->script()).label, one.pt);
    EXPECT_EQ(peak_of(film_of(one.pocs, Locale::en)->script()).label, one.en);
  }
}

TEST(WordsOfAFilm, tell_the_fullest_month_as_a_sentence) {
  const auto pocs = on_days({{1, 2}, {1, 4}, {2, 5}, {3, 1}});
  EXPECT_EQ(peak_of(film_of(pocs, Locale::pt_br)->script()).sentence,
            "O mês mais cheio: janeiro de 2025 (2)");
  EXPECT_EQ(peak_of(film_of(pocs, Locale::en)->script()).sentence, "The fullest month: January 2025 (2)");
}

TEST(WordsOfAFilm, tell_how_often_a_record_was_reached) {
  const auto pocs = on_days({{1, 2}, {1, 2}, {2, 5}, {2, 5}, {3, 9}});
  const auto film = film_of(pocs, Locale::pt_br);
  const auto records = records_of(film->script().facts, film->script().words);
  ASSERT_GE(records.size(), 2u);
  EXPECT_EQ(records[0].number + " " + records[0].label + ", " + records[0].note, "2 em um só dia, 2 vezes");
  EXPECT_EQ(records[1].number + " " + records[1].label + ", " + records[1].note, "2 em um só mês, 2 vezes");
}

TEST(WordsOfAFilm, rank_no_language_that_has_no_other_beside_it) {
  for (int count : {1, 2}) {
    auto pocs = some_pocs(count);
    for (auto& poc : pocs) poc.language = "HTML";
    const auto facts = card_facts(film_of(pocs, Locale::pt_br)->script());
    ASSERT_FALSE(facts.empty());
    EXPECT_EQ(facts[0].number + " " + facts[0].label, "HTML linguagem");
  }
}

TEST(WordsOfAFilm, say_of_how_many_languages_those_are_that_race) {
  const auto film = film_of(some_pocs(100), Locale::pt_br);
  const auto& facts = film->script().facts;
  const auto& words = film->script().words;
  const int all = facts.languages_in_all;
  ASSERT_GT(all, 1);
  EXPECT_EQ(heading_of_languages(facts, words, all), "A corrida das linguagens");
  EXPECT_EQ(heading_of_languages(facts, words, all - 1),
            "A corrida das linguagens: " + std::to_string(all - 1) + " de " + std::to_string(all));
}

TEST(NamesOfAFilm, stand_whole_unless_one_of_twenty_is_longer) {
  auto pocs = some_pocs(100);
  for (auto& poc : pocs) poc.name = "fifteen-letters";
  for (std::size_t i = 0; i < 5; ++i) pocs[i].name = "a-name-that-has-thirty-letters";
  const auto film = film_of(pocs, Locale::en);
  EXPECT_DOUBLE_EQ(column_for(film->script(), 6, 0.5, 1), 15 * 0.5 + 1);
}

TEST(WordsOfAFilm, show_the_only_poc_once_and_whole) {
  const auto film = film_of(some_pocs(1), Locale::pt_br);
  int heroes = 0, walls = 0;
  for (const auto& scene : film->script().story.scenes) {
    heroes += scene.kind == SceneKind::hero ? 1 : 0;
    walls += scene.kind == SceneKind::wall ? 1 : 0;
  }
  EXPECT_EQ(heroes, 1);
  EXPECT_EQ(walls, 0);
}

}  // namespace
}  // namespace mrbill::content::video
