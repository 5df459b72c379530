// How words are written: together and apart, in the singular and the plural, in scripts without blanks, with
// letters that nobody sees.
#include "ports/poc_search_contract.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST_P(PocSearchContract, finds_words_that_are_written_together_and_apart) {
  const std::pair<const char*, const char*> pairs[] = {{"Red Bull scraper", "redbull"},
                                                       {"micro-services demo", "microservices"},
                                                       {"nodejs things", "node.js"},
                                                       {"Node.js server", "nodejs"},
                                                       {"covid-19 charts", "covid19"},
                                                       {"Covid19 map", "covid 19"},
                                                       {"intra-oral-camera", "IntraOralCamera"},
                                                       {"IntraOralCamera viewer", "intra oral camera"},
                                                       {"study-scala-streams", "studyscalastreams"},
                                                       {"hotreload", "hot reload"},
                                                       {"snake_case_it", "snakecase"}};
  for (const auto& [name, typed] : pairs) add(name);
  index();
  for (const auto& [name, typed] : pairs) EXPECT_THAT(names(typed), ::testing::Contains(name)) << typed;
}

TEST_P(PocSearchContract, finds_words_apart_in_a_description_where_nothing_is_written_so) {
  add("energy").content.description = "made while drinking a red bull";
  index();
  EXPECT_THAT(names("redbull"), ElementsAre("energy"));
  EXPECT_THAT(names("bullred"), ElementsAre("energy"));
  EXPECT_THAT(names("redcow"), IsEmpty());
}

TEST_P(PocSearchContract, marks_joined_words_as_one) {
  add("a Red Bull scraper");
  index();
  const auto result = find(asking("redbull"));
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(result.hits[0].highlights.at(0).marks, ElementsAre(std::pair(2U, 10U)));
}

TEST_P(PocSearchContract, finds_cpp_with_its_version_and_without) {
  add("C++20 coroutines");
  add("Intro to C++");
  add("Intro to C");
  index();
  EXPECT_THAT(names("c++"), UnorderedElementsAre("C++20 coroutines", "Intro to C++"));
  EXPECT_THAT(names("c++20"), ElementsAre("C++20 coroutines"));
  EXPECT_THAT(names("c++ 20"), ElementsAre("C++20 coroutines"));
}

TEST_P(PocSearchContract, lets_net_dotnet_and_dot_net_meet) {
  const std::vector<std::string> all{".NET API", "dotnet worker", "net core", "ASP.NET page", "ASP NET MVC"};
  for (const auto& name : all) add(name);
  add("netty server");
  index();
  for (const auto* typed : {".net", "dotnet", ".NET", "DotNet"})
    EXPECT_THAT(names(typed), ::testing::UnorderedElementsAreArray(all)) << typed;
  EXPECT_THAT(names("net"), ::testing::IsSupersetOf(all));
  for (const auto* typed : {"asp.net", "aspnet", "ASP NET"})
    EXPECT_THAT(names(typed), UnorderedElementsAre("ASP.NET page", "ASP NET MVC")) << typed;
}

TEST_P(PocSearchContract, lets_plurals_meet_their_singular) {
  const std::pair<const char*, const char*> pairs[] = {
      {"declaração", "declarações"}, {"pão", "pães"},     {"imagem", "imagens"},
      {"perfil", "perfis"},          {"canal", "canais"}, {"servidor", "servidores"},
      {"library", "libraries"},      {"queue", "queues"}};
  for (const auto& [one, many] : pairs) {
    add(fmt::format("{} demo", one));
    add(fmt::format("{} examples", many));
  }
  index();
  for (const auto& [one, many] : pairs) {
    EXPECT_THAT(names(one), ElementsAre(fmt::format("{} demo", one), fmt::format("{} examples", many)));
    EXPECT_THAT(names(many), ElementsAre(fmt::format("{} examples", many), fmt::format("{} demo", one)));
  }
}

TEST_P(PocSearchContract, marks_the_plural_that_was_found_by_its_singular) {
  add("todas as declarações");
  index();
  const auto result = find(asking("declaração"));
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(result.hits[0].highlights.at(0).marks, ElementsAre(std::pair(9U, 22U)));
}

TEST_P(PocSearchContract, forgives_no_slip_in_words_with_a_digit_or_of_one_or_two_letters) {
  add("Relatório 2024");
  add("Relatório 2025");
  add("vue app");
  add("ve app");
  index();
  EXPECT_THAT(names("2026"), IsEmpty());
  EXPECT_THAT(names("Relatório 2026"), UnorderedElementsAre("Relatório 2024", "Relatório 2025"))
      << "one may lack";
  EXPECT_THAT(names("vue 9"), ElementsAre("vue app"));
  EXPECT_THAT(names("vu"), ElementsAre("vue app"));
  EXPECT_THAT(names("vx"), IsEmpty());
}

TEST_P(PocSearchContract, tells_what_a_word_was_read_as) {
  add("spring boot");
  add("kubernetes operator");
  index();
  const auto result = find(asking("sprnig boot"));
  EXPECT_EQ(result.total, 1);
  EXPECT_THAT(result.corrections, ElementsAre(Correction{"sprnig", {"spring"}}));
  EXPECT_THAT(find(asking("spring")).corrections, IsEmpty());
  EXPECT_THAT(find(asking("zzzz")).corrections, IsEmpty());
}

TEST_P(PocSearchContract, tells_no_correction_that_comes_of_what_others_keep_for_themselves) {
  add("notebook");
  add("notebok secret", acme, bia);
  add("notebokk", globex, ana);
  index();
  EXPECT_THAT(find(asking("notebooc")).corrections, ElementsAre(Correction{"notebooc", {"notebook"}}));
}

TEST_P(PocSearchContract, finds_every_word_that_begins_with_one_or_two_letters) {
  std::map<std::string, int> wanted;
  for (int i = 0; i < 700; ++i) {
    std::string word{static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26)};
    word += fmt::format("x{}", i);
    add(word);
    ++wanted[word.substr(0, 2)];
    ++wanted[word.substr(0, 1)];
  }
  index();
  for (const auto& [beginning, count] : wanted) {
    auto request = asking(beginning);
    request.facets = true;
    const auto result = find(request);
    EXPECT_EQ(result.total, count) << beginning;
    std::int64_t counted = 0;
    for (const auto& year : result.facets->years) counted += year.count;
    EXPECT_EQ(counted, count) << beginning;
  }
}

TEST_P(PocSearchContract, minds_order_and_nearness_in_scripts_without_blanks) {
  add("日本語の学習");
  add("本日の天気");
  add("日々の本");
  add("ภาษาไทยง่าย");
  add("ยไทา");
  index();
  EXPECT_THAT(names("日本"), ElementsAre("日本語の学習"));
  EXPECT_THAT(names("学習"), ElementsAre("日本語の学習"));
  EXPECT_THAT(names("天"), ElementsAre("本日の天気"));
  EXPECT_THAT(names("ไทย"), ElementsAre("ภาษาไทยง่าย"));
}

TEST_P(PocSearchContract, finds_narrow_kana_by_wide_ones_and_the_other_way_round) {
  add("ガイドブック");
  add("ｶﾀｶﾅ");
  index();
  EXPECT_THAT(names("ｶﾞｲﾄﾞ"), ElementsAre("ガイドブック"));
  EXPECT_THAT(names("カタカナ"), ElementsAre("ｶﾀｶﾅ"));
}

TEST_P(PocSearchContract, finds_emoji_and_marks_whole_ones) {
  add("🚀 rocket launch");
  add("👩\u200d💻 at work");
  index();
  EXPECT_THAT(names("🚀"), ElementsAre("🚀 rocket launch"));
  const auto result = find(asking("💻"));
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(result.hits[0].highlights.at(0).marks, ElementsAre(std::pair(0U, 11U)));
}

TEST_P(PocSearchContract, sees_through_letters_that_nobody_sees) {
  add("Ge\u00adsamt\u00adkon\u00adzept");
  add("Kadıköy");
  index();
  EXPECT_THAT(names("Gesamtkonzept"), ElementsAre("Ge\u00adsamt\u00adkon\u00adzept"));
  EXPECT_THAT(names("Ge\u200bsamt\u200dkonzept"), ElementsAre("Ge\u00adsamt\u00adkon\u00adzept"));
  EXPECT_THAT(names("kadikoy"), ElementsAre("Kadıköy"));
  EXPECT_THAT(names("KADIKÖY"), ElementsAre("Kadıköy"));
}

TEST_P(PocSearchContract, marks_fifty_places_at_most_and_no_part_of_a_letter) {
  std::string name;
  for (int i = 0; i < 66; ++i) name += "人";
  add(name);
  add("caf\u0065\u0301 caf");
  index();
  EXPECT_LE(find(asking("人")).hits.at(0).highlights.at(0).marks.size(), 50U);
  const auto result = find(asking("caf"));
  for (const auto& [begin, end] : result.hits.at(0).highlights.at(0).marks)
    EXPECT_TRUE(end == 6 || end == 10) << end;
}

}  // namespace
}  // namespace mrbill::catalog
