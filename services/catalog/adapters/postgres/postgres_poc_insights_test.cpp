#include "adapters/postgres/postgres_poc_insights.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

Timestamp at(const char* time) {
  return *from_rfc3339(time);
}

class PocInsightsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    insert(ana, "2026-01-31T23:30:00Z", "Go", {"web", "grpc"}, {"Gin"}, true);
    insert(ana, "2026-01-31T10:00:00Z", "Go", {"web"}, {}, false);
    favorite = insert(ana, "2026-03-01T00:00:00Z", "C++", {"graphics"}, {"Qt"}, false);
    insert(ana, "2025-06-01T00:00:00Z", {}, {}, {}, false);
    insert(ben, "2026-02-02T00:00:00Z", "Rust", {"web"}, {}, true);
    insert(ben, "2026-02-03T00:00:00Z", "Zig", {"secret"}, {}, false);
    run(writer.set_favorite(ana, favorite, true, clock.now()));
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
  Uuid id() { return new_uuid(clock, random); }
  PocId insert(const Caller& caller, const char* created, std::optional<std::string> language,
               std::vector<std::string> tags, std::vector<std::string> frameworks, bool is_public) {
    Poc poc{.id = PocId{id()},
            .tenant = caller.tenant,
            .creator = caller.user,
            .created_at = at(created),
            .updated_at = at(created)};
    poc.content = {.name = "x",
                   .language = std::move(language),
                   .tags = std::move(tags),
                   .frameworks = std::move(frameworks),
                   .is_public = is_public};
    run(writer.insert(caller, poc, std::nullopt)).value();
    return poc.id;
  }
  PocStats stats(StatsQuery query) { return run(insights.stats(std::move(query))).value(); }

  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database database{io, {.url = catalog_database().app_url(), .connections = 1}, registry};
  PostgresPocWriter writer{database, clock, random};
  PostgresPocInsights insights{database};
  Caller ana{TenantId{id()}, UserId{id()}, {}};
  Caller ben{ana.tenant, UserId{id()}, {}};
  PocId favorite;
};

}  // namespace

TEST_F(PocInsightsTest, counts_a_span_by_month_day_language_tag_and_framework) {
  const auto found =
      stats({.caller = ana, .from = at("2026-01-01T00:00:00Z"), .before = at("2026-04-01T00:00:00Z")});
  EXPECT_EQ(found.total, 3);
  EXPECT_EQ(found.favorites, 1);
  EXPECT_THAT(found.by_month, ElementsAre(Count{"2026-01", 2}, Count{"2026-02", 0}, Count{"2026-03", 1}));
  EXPECT_THAT(found.by_day, ElementsAre(Count{"2026-01-31", 2}, Count{"2026-03-01", 1}));
  EXPECT_THAT(found.by_language, ElementsAre(Count{"Go", 2}, Count{"C++", 1}));
  EXPECT_THAT(found.by_tag, ElementsAre(Count{"web", 2}, Count{"graphics", 1}, Count{"grpc", 1}));
  EXPECT_THAT(found.by_framework, ElementsAre(Count{"Gin", 1}, Count{"Qt", 1}));
}

TEST_F(PocInsightsTest, counts_the_tags_that_travel_together_in_whatever_spelling) {
  StatsQuery query{.caller = ana, .from = at("2026-01-01T00:00:00Z"), .before = at("2026-04-01T00:00:00Z")};
  EXPECT_THAT(stats(query).by_tag_pair, ElementsAre(TagPair{"web", "grpc", 1}));
  insert(ana, "2026-01-15T10:00:00Z", {}, {"grpc", "web", "ação"}, {}, true);
  insert(ana, "2026-01-15T10:00:00Z", {}, {"acao", "web"}, {}, false);
  insert(ana, "2026-01-15T10:00:00Z", {}, {"ação", "acao"}, {}, false);
  insert(ben, "2026-01-15T10:00:00Z", {}, {"web", "secret"}, {}, false);
  query.scope = Scope::tenant;
  const auto found = stats(query);
  EXPECT_THAT(found.by_tag,
              ElementsAre(Count{"web", 5}, Count{"acao", 4}, Count{"grpc", 2}, Count{"graphics", 1}));
  EXPECT_THAT(found.by_tag_pair,
              ElementsAre(TagPair{"web", "acao", 2}, TagPair{"web", "grpc", 2}, TagPair{"acao", "grpc", 1}));
}

TEST_F(PocInsightsTest, tells_how_many_values_there_are_beyond_the_thousand_most_frequent) {
  int made = 0;
  for (int poc = 0; poc < 34; ++poc) {
    std::vector<std::string> tags;
    for (int i = 0; i < 30; ++i) tags.push_back("tag-" + std::to_string(made++));
    insert(ana, "2026-01-15T10:00:00Z", "Go", std::move(tags), {}, false);
  }
  const auto found =
      stats({.caller = ana, .from = at("2026-01-01T00:00:00Z"), .before = at("2026-04-01T00:00:00Z")});
  EXPECT_EQ(found.by_tag.size(), 1000U);
  EXPECT_EQ(found.tags, 1020 + 3);
  EXPECT_EQ(found.languages, 2);
  EXPECT_EQ(found.frameworks, 2);
}

TEST_F(PocInsightsTest, counts_the_days_of_the_zone_asked_for) {
  const auto found = stats({.caller = ana,
                            .from = at("2026-01-01T00:00:00Z"),
                            .before = at("2026-04-01T00:00:00Z"),
                            .time_zone = "Europe/Berlin"});
  EXPECT_THAT(found.by_day,
              ElementsAre(Count{"2026-01-31", 1}, Count{"2026-02-01", 1}, Count{"2026-03-01", 1}));
  const auto unknown = run(insights.stats({.caller = ana,
                                           .from = at("2026-01-01T00:00:00Z"),
                                           .before = at("2026-04-01T00:00:00Z"),
                                           .time_zone = "Mars/Base"}));
  EXPECT_FALSE(unknown);
}

TEST_F(PocInsightsTest, counts_what_a_clock_that_was_ahead_dated_later_as_of_the_present) {
  insert(ana, "2026-09-09T00:00:00Z", "Go", {"web"}, {}, false);
  StatsQuery query{.caller = ana, .from = at("2026-01-01T00:00:00Z"), .before = at("2026-03-15T12:00:00Z")};
  EXPECT_EQ(stats(query).total, 3) << "a span that ended before the present is what it is";
  query.to_the_present = true;
  const auto found = stats(query);
  EXPECT_EQ(found.total, 4);
  EXPECT_THAT(found.by_month, ElementsAre(Count{"2026-01", 2}, Count{"2026-02", 0}, Count{"2026-03", 2}));
  EXPECT_THAT(found.by_day,
              ElementsAre(Count{"2026-01-31", 2}, Count{"2026-03-01", 1}, Count{"2026-03-15", 1}));
  EXPECT_THAT(found.by_tag, ElementsAre(Count{"web", 3}, Count{"graphics", 1}, Count{"grpc", 1}));
}

TEST_F(PocInsightsTest, counts_what_colleagues_have_made_public_when_asked_for_the_tenant) {
  const auto found = run(insights.facets(ana, {.scope = Scope::tenant}, 50));
  EXPECT_EQ(found.total, 5);
  EXPECT_THAT(found.facets.languages, ElementsAre(Count{"Go", 2}, Count{"C++", 1}, Count{"Rust", 1}));
  EXPECT_THAT(found.facets.years, ElementsAre(Count{"2026", 4}, Count{"2025", 1}));
}

TEST_F(PocInsightsTest, counts_facets_within_the_filter_cuts_them_and_tells_how_many_there_are) {
  const auto found = run(insights.facets(ana, {.tags = {"web"}}, 1));
  EXPECT_EQ(found.total, 2);
  EXPECT_EQ(found.tags, 2);
  EXPECT_EQ(found.languages, 1);
  const auto all = run(insights.facets(ana, {}, 1));
  EXPECT_EQ(all.facets.years.size(), 1U);
  EXPECT_THAT((std::vector{all.languages, all.tags, all.frameworks, all.years}), ElementsAre(2, 3, 2, 2));
  EXPECT_THAT(found.facets.tags, ElementsAre(Count{"web", 2}));
  EXPECT_THAT(found.facets.frameworks, ElementsAre(Count{"Gin", 1}));
  EXPECT_THAT(run(insights.facets(ana, {.favorite = true}, 50)).facets.tags,
              ElementsAre(Count{"graphics", 1}));
}

TEST_F(PocInsightsTest, counts_no_facet_within_its_own_filter_but_tags) {
  const auto of = [&](PocFilter filter) { return run(insights.facets(ana, std::move(filter), 50)); };
  const auto go = of({.languages = {"Go"}});
  EXPECT_EQ(go.total, 2);
  EXPECT_THAT(go.facets.languages, ElementsAre(Count{"Go", 2}, Count{"C++", 1}));
  EXPECT_THAT(go.facets.tags, ElementsAre(Count{"web", 2}, Count{"grpc", 1}));
  EXPECT_THAT(go.facets.frameworks, ElementsAre(Count{"Gin", 1}));
  EXPECT_THAT(go.facets.years, ElementsAre(Count{"2026", 2}));
  const auto qt = of({.frameworks = {"Qt"}});
  EXPECT_THAT(qt.facets.frameworks, ElementsAre(Count{"Gin", 1}, Count{"Qt", 1}));
  EXPECT_THAT(qt.facets.languages, ElementsAre(Count{"C++", 1}));
  const auto year =
      of({.created_from = at("2026-01-01T00:00:00Z"), .created_before = at("2027-01-01T00:00:00Z")});
  EXPECT_EQ(year.total, 3);
  EXPECT_THAT(year.facets.years, ElementsAre(Count{"2026", 3}, Count{"2025", 1}));
  const auto both = of({.languages = {"Go", "C++"}, .frameworks = {"Qt"}});
  EXPECT_EQ(both.total, 1);
  EXPECT_THAT(both.facets.languages, ElementsAre(Count{"C++", 1}));
  EXPECT_THAT(both.facets.frameworks, ElementsAre(Count{"Gin", 1}, Count{"Qt", 1}));
}

}  // namespace mrbill::catalog
