// What is found, how it is ranked, filtered, counted, sorted, paged and marked.
#include <set>
#include <span>

#include "ports/poc_search_contract.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST_P(PocSearchContract, finds_by_word_and_by_the_beginning_of_a_word_whole_words_first) {
  add("scalatest tricks");
  add("scala streams");
  index();
  EXPECT_THAT(names("scala"), ElementsAre("scala streams", "scalatest tricks"));
  EXPECT_THAT(names("strea"), ElementsAre("scala streams"));
}

TEST_P(PocSearchContract, ranks_the_name_over_the_description_over_the_rest) {
  add("one").content.tags = {"ray"};
  add("two").content.description = "casts a ray";
  add("ray");
  index();
  EXPECT_THAT(names("ray"), ElementsAre("ray", "two", "one"));
}

TEST_P(PocSearchContract, demands_every_word) {
  add("ray tracer");
  add("ray caster");
  index();
  EXPECT_THAT(names("ray tracer"), ElementsAre("ray tracer"));
  EXPECT_THAT(names("ray tracr"), ElementsAre("ray tracer"));
}

TEST_P(PocSearchContract, finds_what_lacks_one_or_two_of_several_words_behind_what_lacks_none) {
  add("kafka streams word count");
  add("kafka streams");
  add("word count with kafka and redis");
  add("word games");
  index();
  EXPECT_THAT(names("kafka streams count"),
              ElementsAre("kafka streams word count", "kafka streams", "word count with kafka and redis"));
  EXPECT_THAT(names("kafka streams"), ElementsAre("kafka streams", "kafka streams word count"))
      << "two are demanded";
  EXPECT_THAT(names("how to use kafka with redis"), ElementsAre("word count with kafka and redis"))
      << "fillers may be missing, and count for nothing";
}

TEST_P(PocSearchContract, puts_the_poc_first_whose_whole_name_is_what_was_typed) {
  for (int i = 0; i < 5; ++i)
    add(fmt::format("red bull {}", i)).content.description = "red bull red bull red bull";
  add("Red-Bull");
  for (int i = 0; i < 5; ++i)
    add(fmt::format("red bull {}", 5 + i)).content.description = "red bull red bull red bull";
  index();
  for (const auto* typed : {"red bull", "Red-Bull", "redbull", "RED_BULL"})
    EXPECT_EQ(names(typed).at(0), "Red-Bull") << typed;
}

TEST_P(PocSearchContract, leaves_out_one_word_of_several_rather_than_finding_nothing) {
  add("ray tracer");
  index();
  EXPECT_THAT(names("ray piano"), ElementsAre("ray tracer"));
  EXPECT_THAT(names("grand piano"), IsEmpty());
  EXPECT_THAT(names("ray grand piano"), IsEmpty());
}

TEST_P(PocSearchContract, forgives_one_letter_and_two_in_long_words) {
  add("kubernetes operator");
  add("spring boot");
  index();
  EXPECT_THAT(names("sprinf"), ElementsAre("spring boot"));
  EXPECT_THAT(names("psring"), ElementsAre("spring boot"));
  EXPECT_THAT(names("kubrnets"), ElementsAre("kubernetes operator"));
  EXPECT_THAT(names("kubernetws oprator"), ElementsAre("kubernetes operator"));
}

TEST_P(PocSearchContract, does_not_forgive_where_the_word_is_known) {
  add("spring");
  add("string");
  index();
  EXPECT_THAT(names("string"), ElementsAre("string"));
}

TEST_P(PocSearchContract, knows_cpp_csharp_and_dot_net_and_folds_accents) {
  add("game in C++");
  add("game in C#");
  add("game in C");
  add("API em .NET");
  add("Ação");
  index();
  EXPECT_THAT(names("c++"), ElementsAre("game in C++"));
  EXPECT_THAT(names("C#"), ElementsAre("game in C#"));
  EXPECT_THAT(names(".net"), ElementsAre("API em .NET"));
  EXPECT_THAT(names("acao"), ElementsAre("Ação"));
  EXPECT_THAT(names("AÇÃO"), ElementsAre("Ação"));
}

TEST_P(PocSearchContract, never_finds_another_tenants_or_a_colleagues_private_poc) {
  add("secret plan", globex, ana);
  add("secret diary", acme, bia);
  add("secret talk", acme, bia).content.is_public = true;
  index();
  EXPECT_THAT(names("secret"), IsEmpty());
  auto request = asking("secret");
  request.filter.scope = Scope::tenant;
  EXPECT_THAT(names(request), ElementsAre("secret talk"));
}

TEST_P(PocSearchContract, corrects_by_the_tenants_own_words_alone) {
  add("zanzibar", globex, ana);
  index();
  EXPECT_EQ(find(asking("zanzibra")).total, 0);
}

TEST_P(PocSearchContract, filters_by_language_tags_framework_and_time) {
  auto& wanted = add("tool a");
  wanted.content.language = "C++";
  wanted.content.tags = {"cli", "fast"};
  wanted.content.frameworks = {"Boost.Asio"};
  add("tool b").content.tags = {"cli"};
  index();
  auto request = asking("tool");
  request.filter.languages = {"c++"};
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request = asking("tool");
  request.filter.tags = {"cli", "fast"};
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request = asking("tool");
  request.filter.frameworks = {"boost.asio"};
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request = asking("tool");
  request.filter.created_before = wanted.created_at;
  EXPECT_THAT(names(request), IsEmpty());
  request.filter.created_before = wanted.created_at + std::chrono::microseconds(1);
  request.filter.created_from = wanted.created_at;
  EXPECT_THAT(names(request), ElementsAre("tool a"));
}

TEST_P(PocSearchContract, finds_nothing_rather_than_slips_where_only_the_filter_excludes) {
  add("spring boot").content.language = "Java";
  add("sprint plan").content.language = "Go";
  index();
  auto request = asking("spring");
  request.filter.languages = {"Go"};
  EXPECT_THAT(names(request), IsEmpty());
}

TEST_P(PocSearchContract, counts_facets_and_totals_exactly_whatever_the_page) {
  for (int i = 0; i < 30; ++i) {
    auto& poc = add(fmt::format("tool {}", i));
    poc.content.language = i % 3 == 0 ? "Go" : "Rust";
    poc.content.tags = {"cli"};
  }
  index();
  auto request = asking("tool");
  request.limit = 5;
  request.facets = true;
  const auto result = find(request);
  EXPECT_EQ(result.total, 30);
  EXPECT_EQ(result.hits.size(), 5U);
  EXPECT_THAT(result.facets->languages, ElementsAre(Count{"Rust", 20}, Count{"Go", 10}));
  EXPECT_THAT(result.facets->tags, ElementsAre(Count{"cli", 30}));
  EXPECT_THAT(result.facets->years, ElementsAre(Count{"1970", 30}));
}

TEST_P(PocSearchContract, finds_any_of_several_languages_and_frameworks) {
  const auto make = [&](std::string name, std::string language, std::vector<std::string> frameworks) {
    auto& poc = add(std::move(name));
    poc.content.language = std::move(language);
    poc.content.frameworks = std::move(frameworks);
  };
  make("tool a", "Go", {"Gin", "Echo"});
  make("tool b", "Rust", {"Axum"});
  make("tool c", "Zig", {});
  index();
  auto request = asking("tool");
  request.sort = Sort{SortField::name, SortOrder::ascending};
  request.filter.languages = {"go", "ZIG"};
  EXPECT_THAT(names(request), ElementsAre("tool a", "tool c"));
  request.filter = {.frameworks = {"axum", "echo"}};
  EXPECT_THAT(names(request), ElementsAre("tool a", "tool b"));
  request.filter = {.languages = {"Zig", "Rust"}, .frameworks = {"Axum", "Gin"}};
  EXPECT_THAT(names(request), ElementsAre("tool b"));
}

TEST_P(PocSearchContract, counts_no_facet_within_its_own_filter_but_tags) {
  const auto make = [&](std::string language, std::vector<std::string> tags,
                        std::vector<std::string> frameworks) {
    auto& poc = add("tool");
    poc.content.language = std::move(language);
    poc.content.tags = std::move(tags);
    poc.content.frameworks = std::move(frameworks);
    return poc.created_at;
  };
  make("Go", {"web", "grpc"}, {"Gin"});
  make("Go", {"web"}, {});
  const auto last = make("Rust", {"cli"}, {"Clap"});
  index();
  auto request = asking("tool");
  request.facets = true;
  request.limit = 0;
  request.filter.languages = {"GO"};
  auto found = find(request);
  EXPECT_EQ(found.total, 2);
  EXPECT_THAT(found.facets->languages, ElementsAre(Count{"Go", 2}, Count{"Rust", 1}));
  EXPECT_THAT(found.facets->tags, ElementsAre(Count{"web", 2}, Count{"grpc", 1}));
  EXPECT_THAT(found.facets->frameworks, ElementsAre(Count{"Gin", 1}));
  request.filter = {.frameworks = {"clap"}};
  found = find(request);
  EXPECT_EQ(found.total, 1);
  EXPECT_THAT(found.facets->frameworks, ElementsAre(Count{"Clap", 1}, Count{"Gin", 1}));
  EXPECT_THAT(found.facets->languages, ElementsAre(Count{"Rust", 1}));
  request.filter = {.created_from = last};
  found = find(request);
  EXPECT_EQ(found.total, 1);
  EXPECT_THAT(found.facets->years, ElementsAre(Count{"1970", 3}));
  request.filter = {.tags = {"grpc"}};
  EXPECT_THAT(find(request).facets->tags, ElementsAre(Count{"grpc", 1}, Count{"web", 1}));
  request.limit = 10;
  request.filter = {.languages = {"Go"}, .frameworks = {"Gin"}};
  found = find(request);
  EXPECT_EQ(found.total, 1);
  EXPECT_EQ(found.hits.size(), 1U);
  EXPECT_THAT(found.facets->languages, ElementsAre(Count{"Go", 1}));
  EXPECT_THAT(found.facets->frameworks, ElementsAre(Count{"Gin", 1}));
}

TEST_P(PocSearchContract, pages_without_gap_or_repetition_among_equal_names) {
  for (int i = 0; i < 45; ++i) add("hello");
  index();
  std::set<PocId> seen;
  for (std::uint32_t offset = 0; offset < 45; offset += 20) {
    auto request = asking("hello");
    request.offset = offset;
    for (const auto& hit : find(request).hits) EXPECT_TRUE(seen.insert(hit.id).second);
  }
  EXPECT_EQ(seen.size(), 45U);
}

TEST_P(PocSearchContract, counts_spellings_that_a_filter_takes_for_the_same_as_one_value) {
  for (const auto* language : {"Portugol", "portugol", "Portugol", "PORTUGOL", "Pórtugol"})
    add("tool").content.language = language;
  index();
  auto request = asking("tool");
  request.facets = true;
  EXPECT_THAT(find(request).facets->languages, ElementsAre(Count{"Portugol", 5}));
  request.filter.languages = {"portugól"};
  EXPECT_EQ(find(request).total, 5);
}

TEST_P(PocSearchContract, filters_whatever_the_accents) {
  auto& poc = add("tool");
  poc.content.language = "Lógica";
  poc.content.tags = {"automação"};
  poc.content.frameworks = {"São Paulo UI"};
  index();
  auto request = asking("tool");
  request.filter = {.languages = {"LOGICA"}, .tags = {"automacao"}, .frameworks = {"sao paulo ui"}};
  EXPECT_EQ(find(request).total, 1);
}

TEST_P(PocSearchContract, sorts_names_as_people_do) {
  for (const auto* name : {"tool b", "Tool a", "tool-a", "tool 10", "töol a", "_tool"}) add(name);
  index();
  auto request = asking("tool");
  request.sort = Sort{SortField::name, SortOrder::ascending};
  EXPECT_THAT(names(request), ElementsAre("_tool", "tool 10", "Tool a", "töol a", "tool b", "tool-a"));
}

TEST_P(PocSearchContract, sorts_by_a_field_when_asked) {
  add("tool b");
  add("tool a");
  index();
  auto request = asking("tool");
  request.sort = Sort{SortField::name, SortOrder::ascending};
  EXPECT_THAT(names(request), ElementsAre("tool a", "tool b"));
  request.sort = Sort{SortField::created_at, SortOrder::ascending};
  EXPECT_THAT(names(request), ElementsAre("tool b", "tool a"));
}

TEST_P(PocSearchContract, restricts_to_and_leaves_out_given_ids) {
  const auto first = add("tool a").id;
  add("tool b");
  index();
  auto request = asking("tool");
  request.only = {{first}};
  EXPECT_THAT(names(request), ElementsAre("tool a"));
  request.only = std::vector<PocId>{};
  EXPECT_THAT(names(request), IsEmpty());
  request.only.reset();
  request.without = {first};
  EXPECT_THAT(names(request), ElementsAre("tool b"));
}

TEST_P(PocSearchContract, lays_newer_rows_over_the_index) {
  auto& renamed = add("old name");
  auto& deleted = add("old thing");
  add("old rest");
  index();
  auto request = asking("old");
  Poc newer = renamed;
  newer.content.name = "fresh";
  Poc gone = deleted;
  gone.deleted_at = Timestamp{};
  Poc born = add("old newcomer");
  request.overlay = {newer, gone, born};
  EXPECT_THAT(names(request), UnorderedElementsAre("old rest", "old newcomer"));
  request = asking("fresh");
  request.overlay = {newer, gone, born};
  EXPECT_EQ(find(request).total, 1);
}

// Between the look at the watermark and the search the index may have taken in what was laid over it.
TEST_P(PocSearchContract, counts_a_row_once_that_is_laid_over_the_index_and_told_to_be_stale) {
  const auto& row = add("notebook");
  index();
  auto request = asking("notebok");
  request.overlay = {row};
  request.stale = {row.id, row.id};
  EXPECT_EQ(find(request).total, 1);
}

TEST_P(PocSearchContract, survives_an_index_full_of_equals_beside_rows_that_it_does_not_know_yet) {
  for (int i = 0; i < 120; ++i) add(fmt::format("A{}", i)).content.description = "a a ba ba b";
  index();
  for (const auto* name : {"A:", "A;", "B"}) {
    auto request = asking(name);
    request.limit = 100;
    request.overlay = {add(name)};
    EXPECT_EQ(find(request).total, 121) << name;
  }
}

TEST_P(PocSearchContract, ranks_counts_and_pages_alike_wherever_a_row_lies) {
  for (int i = 0; i < 30; ++i) {
    auto& poc = add(fmt::format("tool {}", i % 7));
    poc.content.description = i % 4 == 0 ? "a tool, a longer text about it" : "toolbox";
    poc.content.language = i % 3 == 0 ? "Go" : "Rust";
  }
  index();
  auto request = asking("tool");
  request.limit = 100;
  request.facets = true;
  const std::vector<std::optional<Sort>> sorts{
      std::nullopt, Sort{SortField::created_at, SortOrder::ascending},
      Sort{SortField::name, SortOrder::descending}, Sort{SortField::language, SortOrder::ascending}};
  for (const auto& sort : sorts) {
    request.sort = sort;
    request.overlay.clear();
    const auto on_disk = names_and_days(find(request));
    std::size_t number = 0;
    for (const auto& row : rows.all()) {
      if (number++ % 3 == 0) request.overlay.push_back(row);
    }
    EXPECT_EQ(names_and_days(find(request)), on_disk);
    EXPECT_EQ(find(request).facets->languages, (std::vector<Count>{{"Rust", 20}, {"Go", 10}}));
    request.offset = 12;
    request.limit = 7;
    const auto page = names_and_days(find(request));
    EXPECT_TRUE(std::ranges::equal(page, std::span(on_disk).subspan(12, 7)));
    request.offset = 0;
    request.limit = 100;
  }
}

TEST_P(PocSearchContract, marks_the_words_that_matched) {
  auto& poc = add("MyRayTracer");
  poc.content.description = "A ray tracer: every Ray counts.";
  index();
  const auto result = find(asking("ray"));
  ASSERT_EQ(result.hits.size(), 1U);
  const auto& highlights = result.hits[0].highlights;
  ASSERT_EQ(highlights.size(), 2U);
  EXPECT_EQ(highlights[0].fragment, "MyRayTracer");
  EXPECT_THAT(highlights[0].marks, ElementsAre(std::pair(2U, 5U)));
  EXPECT_THAT(highlights[1].marks, ElementsAre(std::pair(2U, 5U), std::pair(20U, 23U)));
}

TEST_P(PocSearchContract, finds_a_name_without_any_word_by_its_whole) {
  add("???");
  index();
  EXPECT_THAT(names("???"), ElementsAre("???"));
  EXPECT_THAT(names("!!!"), IsEmpty());
}

TEST_P(PocSearchContract, takes_in_what_changed_and_what_was_deleted) {
  auto& first = add("tool a");
  auto& second = add("tool b");
  index();
  first.content.name = "hammer";
  rows.touch(first);
  second.deleted_at = Timestamp{};
  rows.touch(second);
  index();
  EXPECT_THAT(names("tool"), IsEmpty());
  EXPECT_EQ(find(asking("hammer")).total, 1);
}

}  // namespace
}  // namespace mrbill::catalog
