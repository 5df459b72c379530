#include "adapters/postgres/postgres_schedules.hpp"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <people/known_people.hpp>
#include <testing/fresh_database.hpp>
#include <testing/run.hpp>

#include "usecases/run_schedules.hpp"

namespace mrbill::content {
namespace {

const auto tenant = *TenantId::parse("0190163d-8694-739b-aea5-966c26f8ad91");
const auto ana = *UserId::parse("0190163d-8694-739b-aea5-966c26f8ad93");

class Sweep : public ::testing::Test {
 protected:
  testing::FreshDatabase fresh{{{"events", "platform/events/migrations"},
                                {"jobs", "platform/jobs/migrations"},
                                {"content", "services/content/migrations"}}};
  asio::io_context io;
  metrics::Registry registry;
  postgres::Database app{io, {.url = fresh.app_url(), .name = "app"}, registry};
  postgres::Database worker{io, {.url = fresh.worker_url(), .name = "worker"}, registry};
  SystemClock clock;
  SystemRandom random;
  PostgresScheduleStore store{app};
  PostgresScheduleSweep sweep{worker, {"en", "UTC"}};
  Caller caller{tenant, ana};
  int numbers = 0;

  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
  void live_in(std::string zone) {
    people::KnownPeople people(worker, "content", clock, random);
    testing::run(io, people.learn(people::ToldPerson{tenant, ana, "Ana", "pt-BR", std::move(zone), 1}));
  }
  void switch_on(bool monthly, bool yearly, const char* at) {
    Schedules wanted{.monthly_report = monthly, .year_video = yearly};
    ASSERT_TRUE(run(store.replace(caller, wanted, run(store.find(caller)).version, *from_rfc3339(at))));
  }
  std::vector<std::string> due(const char* at) {
    std::vector<std::string> found;
    for (const auto& one : run(sweep.due(*from_rfc3339(at), 10)))
      found.push_back(std::string(to_string(one.kind)) + " " + one.period + " " + to_rfc3339(one.from) + " " +
                      to_rfc3339(one.to));
    return found;
  }
  bool make(const char* at) {
    auto all = run(sweep.due(*from_rfc3339(at), 10));
    RequestId id;
    id.uuid.bytes[15] = static_cast<std::uint8_t>(++numbers);
    return run(sweep.make(all.front(), spec_of(all.front()), id, *from_rfc3339(at)));
  }
};

}  // namespace

TEST_F(Sweep, a_month_ends_when_it_ends_where_the_person_lives) {
  live_in("America/Sao_Paulo");
  switch_on(true, false, "2026-01-10T00:00:00Z");
  EXPECT_TRUE(due("2026-01-31T23:00:00Z").empty());
  EXPECT_TRUE(due("2026-02-01T02:59:00Z").empty());
  EXPECT_THAT(
      due("2026-02-01T03:00:00Z"),
      ::testing::ElementsAre("monthly_report 2026-01 2026-01-01T03:00:00.000Z 2026-02-01T03:00:00.000Z"));
}

TEST_F(Sweep, who_was_away_on_the_first_is_served_later_and_who_came_later_is_not) {
  live_in("UTC");
  switch_on(true, false, "2026-01-10T00:00:00Z");
  EXPECT_EQ(due("2026-02-20T00:00:00Z").size(), 1U);
  switch_on(true, false, "2026-02-20T00:00:00Z");
  EXPECT_TRUE(due("2026-02-20T00:00:00Z").empty());
}

TEST_F(Sweep, makes_each_thing_once) {
  live_in("UTC");
  switch_on(true, false, "2026-01-10T00:00:00Z");
  auto twice = run(sweep.due(*from_rfc3339("2026-02-01T00:00:00Z"), 10)).front();
  EXPECT_TRUE(make("2026-02-01T00:00:00Z"));
  EXPECT_TRUE(due("2026-02-01T00:01:00Z").empty());
  EXPECT_FALSE(run(sweep.make(twice, spec_of(twice), RequestId{}, *from_rfc3339("2026-02-01T00:01:00Z"))));
}

TEST_F(Sweep, offers_the_film_of_the_year_in_december) {
  live_in("Asia/Tokyo");
  switch_on(false, true, "2026-06-01T00:00:00Z");
  EXPECT_TRUE(due("2026-11-30T14:59:00Z").empty());
  EXPECT_THAT(due("2026-11-30T15:00:00Z"),
              ::testing::ElementsAre("year_video 2026 2025-12-31T15:00:00.000Z 2026-12-31T15:00:00.000Z"));
  EXPECT_TRUE(make("2026-12-05T00:00:00Z"));
  EXPECT_TRUE(due("2026-12-31T00:00:00Z").empty());
  EXPECT_TRUE(due("2027-01-02T00:00:00Z").empty());
}

TEST_F(Sweep, takes_a_zone_that_nobody_knows_for_utc) {
  live_in("Middle/Earth");
  switch_on(true, false, "2026-01-10T00:00:00Z");
  EXPECT_EQ(due("2026-02-01T00:00:00Z").size(), 1U);
}

TEST_F(Sweep, asks_nothing_for_who_was_erased) {
  people::KnownPeople people(worker, "content", clock, random);
  testing::run(io, people.learn(people::ToldPerson{tenant, ana, std::nullopt, "en", "UTC", 1}));
  switch_on(true, true, "2026-01-10T00:00:00Z");
  EXPECT_TRUE(due("2026-12-01T00:00:00Z").empty());
}

TEST_F(Sweep, writes_titles_in_the_persons_language) {
  live_in("UTC");
  switch_on(true, true, "2026-01-10T00:00:00Z");
  std::vector<std::string> titles;
  for (const auto& one : run(sweep.due(*from_rfc3339("2026-12-01T00:00:00Z"), 10)))
    titles.push_back(spec_of(one).title);
  EXPECT_THAT(titles,
              ::testing::UnorderedElementsAre("Relat\u00f3rio de novembro de 2026", "Meu ano de 2026"));
}

}  // namespace mrbill::content
