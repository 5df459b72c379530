#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/report/facts.hpp"
#include "render/report/model/report_model.hpp"
#include "render/report/texts.hpp"

namespace mrbill::content::report {
namespace {

using Tags = std::vector<std::string>;

struct Poc {
  std::string_view created;
  std::optional<std::string> language = std::nullopt;
  Tags tags = {};
};

Collection collect(const std::vector<Poc>& pocs, std::string_view zone = "UTC") {
  Collection collection(locale::use_zone(zone));
  for (const auto& poc : pocs) {
    collection.add({.poc_id = {},
                    .name = "poc",
                    .description = std::nullopt,
                    .repository_url = std::nullopt,
                    .language = poc.language,
                    .tags = poc.tags,
                    .frameworks = {},
                    .created_at = *from_rfc3339(poc.created),
                    .updated_at = *from_rfc3339(poc.created)});
  }
  return collection;
}

ReportOrder order(std::vector<ReportGrouping> groupings = {}) {
  ReportOrder made;
  made.title = "T";
  made.person = {.display_name = "Ana", .tenant_name = "Aurora", .locale = Locale::en, .time_zone = "UTC"};
  made.from_date = *from_rfc3339("2025-01-01T00:00:00Z");
  made.to_date = *from_rfc3339("2026-01-01T00:00:00Z");
  made.group_by = std::move(groupings);
  return made;
}

const std::vector<Poc> five{{"2025-01-05T10:00:00Z", "Go", {"a", "b"}},
                            {"2025-01-05T11:00:00Z", "Go", {"a"}},
                            {"2025-01-06T10:00:00Z", "C", {"b", "b"}},
                            {"2025-03-01T10:00:00Z", std::nullopt, {}},
                            {"2025-03-02T10:00:00Z", "Go", {"c"}}};

TEST(ReportModel, tells_the_period_in_four_numbers) {
  const auto model = make_model(order(), collect(five));
  EXPECT_EQ(model.numbers, (FourNumbers{.pocs = 5, .languages = 2, .tags = 3, .active_days = 4}));
}

TEST(ReportModel, finds_what_stands_out) {
  const auto found = make_model(order(), collect(five)).highlights;
  EXPECT_EQ(found.busiest_month->month, month_number(2025, 1));
  EXPECT_EQ(found.busiest_month->count, 3U);
  EXPECT_EQ(found.first_language->count, 3U);
  EXPECT_EQ(found.pocs_on_busiest_day, 2U);
  EXPECT_EQ(found.longest_streak, 2U);
}

TEST(ReportModel, finds_nothing_without_pocs) {
  const auto model = make_model(order({ReportGrouping::month, ReportGrouping::tag}), collect({}));
  EXPECT_EQ(model.numbers, FourNumbers{});
  EXPECT_FALSE(model.highlights.busiest_month || model.highlights.first_language ||
               model.highlights.first_tag);
  EXPECT_EQ(model.groupings[0].groups.size(), 12U);
  EXPECT_TRUE(model.groupings[1].groups.empty());
  EXPECT_TRUE(model_facts(model).empty());
}

TEST(ReportModel, tells_of_no_streak_of_a_single_day) {
  const auto names = [](const std::vector<Poc>& pocs) {
    std::vector<std::string> out;
    for (const auto& fact : model_facts(make_model(order(), collect(pocs)))) out.emplace_back(fact.label);
    return out;
  };
  EXPECT_THAT(names(five), ::testing::Contains("Longest streak"));
  EXPECT_THAT(names({five.front()}), ::testing::Not(::testing::Contains("Longest streak")));
}

TEST(ReportModel, groups_by_each_kind_once_in_the_order_asked_for) {
  const auto model =
      make_model(order({ReportGrouping::tag, ReportGrouping::month, ReportGrouping::tag}), collect(five));
  ASSERT_EQ(model.groupings.size(), 2U);
  EXPECT_EQ(model.groupings[0].kind, ReportGrouping::tag);
  EXPECT_EQ(model.groupings[1].kind, ReportGrouping::month);
}

TEST(ReportModel, gives_an_end_at_midnight_to_the_day_before) {
  const auto model = make_model(order(), collect({}));
  EXPECT_EQ(period_text(model), "January 1, 2025 – December 31, 2025");
  EXPECT_EQ(model.period.last, month_number(2025, 12));
}

TEST(Grouping, lists_every_month_of_the_period_the_empty_ones_too) {
  const auto months =
      group(collect(five), ReportGrouping::month, {month_number(2025, 1), month_number(2025, 4)});
  ASSERT_EQ(months.groups.size(), 4U);
  EXPECT_EQ(months.groups[0].count, 3U);
  EXPECT_EQ(months.groups[1].count, 0U);
  EXPECT_EQ(months.groups[2].count, 2U);
}

TEST(Grouping, counts_a_poc_where_the_person_lives) {
  const std::vector<Poc> midnight{{"2025-02-01T01:00:00Z"}};
  const auto months = group(collect(midnight, "America/Sao_Paulo"), ReportGrouping::month,
                            {month_number(2025, 1), month_number(2025, 2)});
  EXPECT_EQ(months.groups[0].count, 1U);
  EXPECT_EQ(months.groups[1].count, 0U);
}

TEST(Grouping, lists_only_months_with_a_poc_where_there_are_ages_between) {
  const auto months = group(collect({{"0001-01-01T00:00:00Z"}, {"9999-12-31T00:00:00Z"}}),
                            ReportGrouping::month, {month_number(2025, 1), month_number(2025, 1)});
  ASSERT_EQ(months.groups.size(), 2U);
  EXPECT_EQ(months.groups[1].month, month_number(9999, 12));
}

TEST(Grouping, sorts_words_by_count_then_by_name_those_without_last) {
  const auto collection = collect(five);
  const auto languages = group(collection, ReportGrouping::language, {});
  ASSERT_EQ(languages.groups.size(), 3U);
  EXPECT_EQ(collection.languages()[languages.groups[0].word], "Go");
  EXPECT_EQ(languages.groups[2].word, no_word);
  EXPECT_EQ(languages.groups[2].count, 1U);
}

TEST(Model, calls_nothing_the_first_that_others_equal) {
  const auto model =
      make_model(order(), collect({{.created = "2025-01-05T12:00:00Z", .language = "Go", .tags = {"a"}},
                                   {.created = "2025-02-05T12:00:00Z", .language = "C", .tags = {"b"}}}));
  EXPECT_FALSE(model.highlights.busiest_month || model.highlights.first_language ||
               model.highlights.first_tag || model.highlights.busiest_day);
  EXPECT_EQ(model.highlights.pocs_on_busiest_day, 1U);
}

TEST(Model, says_one_in_the_singular_in_both_languages) {
  for (const auto locale : {Locale::pt_br, Locale::en}) {
    auto wanted = order();
    wanted.person.locale = locale;
    const auto one = make_model(
        std::move(wanted), collect({{.created = "2025-01-05T12:00:00Z", .language = "Go", .tags = {"a"}}}));
    const bool pt = locale == Locale::pt_br;
    const std::array expected{"POC", pt ? "linguagem" : "language", "tag", pt ? "dia ativo" : "active day"};
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(four_numbers(one)[i].value, 1U);
      EXPECT_EQ(four_numbers(one)[i].word, expected[i]);
    }
    EXPECT_EQ(others_text(texts(locale), locale, 1), pt ? "Outra (1)" : "Other (1)");
    EXPECT_EQ(others_text(texts(locale), locale, 2), pt ? "Outras (2)" : "Others (2)");
  }
}

TEST(Grouping, counts_a_poc_in_each_of_its_tags_once) {
  const auto collection = collect(five);
  const auto tags = group(collection, ReportGrouping::tag, {});
  ASSERT_EQ(tags.groups.size(), 4U);
  EXPECT_EQ(collection.tag_names()[tags.groups[0].word], "a");
  EXPECT_EQ(tags.groups[0].count, 2U);
  EXPECT_EQ(tags.groups[1].count, 2U);
  EXPECT_EQ(tags.groups[3].word, no_word);
}

TEST(Cross, holds_every_pair_and_puts_what_is_beyond_in_a_last_column_and_row) {
  const auto collection = collect(five);
  const auto months =
      group(collection, ReportGrouping::month, {month_number(2025, 1), month_number(2025, 3)});
  const auto tags = group(collection, ReportGrouping::tag, {});
  const auto cross = group_across(collection, months, tags, 2);
  EXPECT_EQ(cross.width, 3U);
  EXPECT_EQ(cross.rest, 2U);
  EXPECT_EQ(cross.at(0, 0), 2U);  // a in January
  EXPECT_EQ(cross.at(0, 1), 2U);  // b
  EXPECT_EQ(cross.at(2, 2), 2U);  // c, and none
  EXPECT_EQ(cross.rows, (std::vector<std::uint32_t>{3, 0, 2}));
  const auto short_cross = group_across(collection, tags, months, 12, 1);
  EXPECT_EQ(short_cross.rest_rows, 3U);
  EXPECT_EQ(short_cross.rows, (std::vector<std::uint32_t>{
                                  2, 4}));  // the POC with a and b stands in both rows, once in the last
}

TEST(Cross, of_languages_adds_up_to_all_pocs) {
  const auto collection = collect(five);
  const auto months =
      group(collection, ReportGrouping::month, {month_number(2025, 1), month_number(2025, 3)});
  const auto cross = group_across(collection, months, group(collection, ReportGrouping::language, {}), 1);
  std::uint32_t sum = 0;
  for (const auto cell : cross.cells) sum += cell;
  EXPECT_EQ(sum, 5U);
}

TEST(TextBlocks, keep_texts_of_any_size) {
  TextBlocks blocks;
  const std::string large(1'000'000, 'x');
  const auto small = blocks.keep("small");
  EXPECT_EQ(blocks.keep(large), large);
  EXPECT_EQ(blocks.keep(""), "");
  EXPECT_EQ(small, "small");
}

TEST(Pairs, are_every_two_groupings_with_months_as_rows) {
  const auto model = make_model(order({ReportGrouping::tag, ReportGrouping::month, ReportGrouping::language}),
                                collect(five));
  std::vector<std::string> headings;
  for (const auto& [rows, columns] : pairs(model))
    headings.push_back(cross_heading(texts(Locale::en), rows.kind, columns.kind));
  EXPECT_EQ(headings, (std::vector<std::string>{"Month by tag", "Tag by language", "Month by language"}));
}

TEST(Texts, name_groups_in_the_language) {
  EXPECT_EQ(cross_heading(texts(Locale::pt_br), ReportGrouping::month, ReportGrouping::language),
            "Mês por linguagem");
  EXPECT_EQ(cross_heading(texts(Locale::en), ReportGrouping::tag, ReportGrouping::month), "Tag by month");
  EXPECT_EQ(count_text(texts(Locale::en), Locale::en, 1), "1 POC");
  EXPECT_EQ(count_text(texts(Locale::pt_br), Locale::pt_br, 1200), "1.200 POCs");
}

TEST(IsLink, is_true_of_the_web_alone) {
  EXPECT_TRUE(is_link("https://example.org"));
  EXPECT_FALSE(is_link("javascript:alert(1)"));
  EXPECT_FALSE(is_link("file:///etc/passwd"));
  EXPECT_FALSE(is_link(""));
}

}  // namespace
}  // namespace mrbill::content::report
