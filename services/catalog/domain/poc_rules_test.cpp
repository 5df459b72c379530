#include "domain/poc_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using testing::ElementsAre;

PocDraft named(std::string name) {
  return {.name = std::move(name)};
}

std::vector<std::string> codes(const Result<PocContent, FieldErrors>& outcome) {
  std::vector<std::string> found;
  if (outcome) return found;
  for (const auto& error : outcome.error()) found.push_back(error.pointer + " " + error.code);
  return found;
}

std::string times(std::size_t count, std::string_view piece) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

std::vector<std::string> numbered(std::size_t count) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back("word" + std::to_string(i));
  return all;
}

}  // namespace

TEST(PocRules, trims_and_composes_text) {
  auto content =
      check({.name = "  Cafe\u0301 ", .description = " two\nlines ", .repository_url = " https://a.b/c "});
  ASSERT_TRUE(content);
  EXPECT_EQ(content->name, "Caf\u00e9");
  EXPECT_EQ(content->description, "two\nlines");
  EXPECT_EQ(content->repository_url, "https://a.b/c");
}

TEST(PocRules, takes_an_empty_optional_text_for_none) {
  auto content = check({.name = "x", .description = "", .repository_url = " ", .language = "\t"});
  ASSERT_TRUE(content);
  EXPECT_EQ(content->description, std::nullopt);
  EXPECT_EQ(content->repository_url, std::nullopt);
  EXPECT_EQ(content->language, std::nullopt);
}

TEST(PocRules, counts_lengths_in_code_points) {
  EXPECT_TRUE(check(named(times(100, "é"))));
  EXPECT_THAT(codes(check(named(times(101, "é")))), ElementsAre("/name too_long"));
  EXPECT_THAT(codes(check(named(" "))), ElementsAre("/name too_short"));
  EXPECT_THAT(codes(check({.name = "x", .description = times(10'001, "é")})),
              ElementsAre("/description too_long"));
}

TEST(PocRules, tells_the_limit_that_was_not_kept) {
  const auto limits = [](PocDraft draft) {
    std::vector<std::string> told;
    for (const auto& error : check(std::move(draft)).error())
      told.push_back(error.code + " " + (error.limit ? std::to_string(*error.limit) : "-"));
    return told;
  };
  EXPECT_THAT(limits(named(" ")), ElementsAre("too_short 1"));
  EXPECT_THAT(limits(named(times(101, "x"))), ElementsAre("too_long 100"));
  EXPECT_THAT(limits({.name = "x", .tags = {"a,b", times(51, "x")}}),
              ElementsAre("pattern -", "too_long 50"));
  EXPECT_THAT(
      limits({.name = "x", .tags = numbered(max_tags + 1), .frameworks = numbered(max_frameworks + 1)}),
      ElementsAre("too_many " + std::to_string(max_tags), "too_many " + std::to_string(max_frameworks)));
}

TEST(PocRules, keeps_tags_lower_case_once_and_in_order) {
  auto content = check({.name = "x", .tags = {"Graphics", "C++", " graphics ", "ÉCOLE"}});
  ASSERT_TRUE(content);
  EXPECT_THAT(content->tags, ElementsAre("graphics", "c++", "école"));
}

TEST(PocRules, drops_from_tags_what_nobody_sees) {
  auto content =
      check({.name = "x",
             .tags = {"Ge\u00adsamt", "ge\u200bsamt", "\ufeffgesamt", "automa\u00e7\u00e3o", "automacao"}});
  ASSERT_TRUE(content);
  EXPECT_THAT(content->tags, ElementsAre("gesamt", "automação"))
      << "spellings that a filter takes for the same count once";
  EXPECT_THAT(codes(check({.name = "x", .tags = {"\u00ad", "\u3164"}})),
              ElementsAre("/tags/0 too_short", "/tags/1 too_short"));
}

TEST(PocRules, refuses_commas_controls_and_slashes_in_tags) {
  EXPECT_THAT(codes(check({.name = "x", .tags = {"a,b", "ok", "a/b", "a\x01", " "}})),
              ElementsAre("/tags/0 pattern", "/tags/2 pattern", "/tags/3 pattern", "/tags/4 too_short"));
}

TEST(PocRules, allows_thirty_tags_and_no_more) {
  PocDraft draft{.name = "x"};
  for (int i = 0; i < 30; ++i) draft.tags.push_back("t" + std::to_string(i));
  EXPECT_TRUE(check(draft));
  draft.tags.push_back("t0");
  EXPECT_TRUE(check(draft)) << "one said twice counts once";
  draft.tags.push_back("t30");
  EXPECT_THAT(codes(check(draft)), ElementsAre("/tags too_many"));
}

TEST(PocRules, keeps_the_case_of_frameworks_but_each_once) {
  auto content = check({.name = "x", .frameworks = {"Spring Boot", "spring boot", "Qt"}});
  ASSERT_TRUE(content);
  EXPECT_THAT(content->frameworks, ElementsAre("Spring Boot", "Qt"));
}

TEST(PocRules, gives_known_languages_their_canonical_name) {
  EXPECT_EQ(canonical_language("cpp"), "C++");
  EXPECT_EQ(canonical_language(" JAVASCRIPT "), "JavaScript");
  EXPECT_EQ(canonical_language("Whitespace++"), "Whitespace++");
}

TEST(PocRules, tells_every_violation_at_once) {
  auto outcome =
      check({.name = "", .repository_url = "javascript:alert(1)", .tags = {","}, .frameworks = {"a,b"}});
  EXPECT_THAT(codes(outcome), ElementsAre("/name too_short", "/repositoryUrl format", "/tags/0 pattern",
                                          "/frameworks/0 pattern"));
}

TEST(PocRules, lets_lines_into_a_description_but_no_other_control_character) {
  EXPECT_TRUE(check({.name = "x", .description = "a\r\n\tb"}));
  EXPECT_THAT(codes(check({.name = "x", .description = std::string("a\0b", 3)})),
              ElementsAre("/description pattern"));
  EXPECT_THAT(codes(check(named("a\nb"))), ElementsAre("/name pattern"));
}

}  // namespace mrbill::catalog
