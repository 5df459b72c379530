#include "adapters/postgres/postgres_people.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <testing/fresh_database.hpp>
#include <testing/run.hpp>

namespace mrbill::content {
namespace {

TEST(PostgresPeopleReadModelTest, asks_for_everybody_once_in_each_life_of_the_bus) {
  const testing::FreshDatabase fresh{{{"events", "platform/events/migrations"},
                                      {"jobs", "platform/jobs/migrations"},
                                      {"content", "services/content/migrations"}}};
  asio::io_context io;
  metrics::Registry registry;
  postgres::Database worker{io, {.url = fresh.worker_url(), .name = "worker"}, registry};
  const SystemClock clock;
  SystemRandom random;
  PostgresPeopleReadModel memory(worker, clock, random);
  EXPECT_TRUE(testing::run(io, memory.ask_for_everybody("one")));
  EXPECT_FALSE(testing::run(io, memory.ask_for_everybody("one")));
  EXPECT_TRUE(testing::run(io, memory.ask_for_everybody("another")));
  EXPECT_FALSE(testing::run(io, memory.ask_for_everybody("another")));
  const auto asked = testing::run(
      io, worker.query(postgres::Scope::nobody(),
                       postgres::Statement{"",
                                           "SELECT data->>'service' AS who FROM outbox WHERE type = "
                                           "'people.requested' AND tenant_id = $1"},
                       TenantId{}));
  ASSERT_EQ(asked.size(), 2U);
  EXPECT_EQ(asked.front().get<std::string>("who"), "content");
}

}  // namespace
}  // namespace mrbill::content
