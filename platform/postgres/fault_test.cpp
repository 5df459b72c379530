#include <gtest/gtest.h>

#include <async/spawn.hpp>
#include <postgres/postgres_fixture.hpp>

namespace mrbill::postgres {
namespace {

using namespace std::chrono_literals;
using testing::run;
using testing::wait_until;

constexpr Statement one{"one", "SELECT 1"};
constexpr Statement nap{"nap", "SELECT pg_sleep($1)"};

class FaultTest : public PostgresFixture {
 protected:
  void end_all_backends() {
    BlockingSession(fresh_->admin_url())
        .query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> "
            "pg_backend_pid()",
            fresh_->name());
  }
};

TEST_F(FaultTest, tells_that_a_statement_took_too_long_and_keeps_the_connection) {
  auto impatient = options();
  impatient.connections = 1;
  impatient.statement_timeout = 50ms;
  open(impatient);
  const int before = backend();
  EXPECT_THROW(query(nap, 5), Unavailable);
  EXPECT_EQ(backend(), before);
}

TEST_F(FaultTest, gives_up_a_server_that_is_silent) {
  auto impatient = options();
  impatient.statement_timeout = 50ms;
  open(impatient);
  proxy_->freeze(true);
  EXPECT_THROW(query(one), Unavailable);
  proxy_->freeze(false);
  EXPECT_EQ(query(one).size(), 1U);
}

TEST_F(FaultTest, notices_a_connection_that_broke_while_idle) {
  auto& database = open(options());
  proxy_->cut();
  EXPECT_TRUE(wait_until(io_, [&] { return !database.connected(); }));
  EXPECT_TRUE(wait_until(io_, [&] { return database.connected(); }));
  EXPECT_EQ(query(one).size(), 1U);
}

TEST_F(FaultTest, notices_a_backend_that_was_ended_while_idle) {
  auto& database = open(options());
  end_all_backends();
  EXPECT_TRUE(wait_until(io_, [&] { return !database.connected(); }));
  EXPECT_TRUE(wait_until(io_, [&] { return database.connected(); }));
  EXPECT_EQ(query(one).size(), 1U);
}

TEST_F(FaultTest, tells_of_a_backend_that_was_ended_at_work_and_recovers) {
  auto& database = open(options());
  std::string told;
  spawn(io_, "nap", [](Database& napping, std::string& out) -> Task<> {
    try {
      co_await napping.query(Scope::nobody(), nap, 9);
    } catch (const Unavailable& problem) {
      out = problem.what();
    }
  }(database, told));
  const auto napping = [] {
    return BlockingSession(fresh_->admin_url())
               .query(
                   "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND datname = "
                   "$1",
                   fresh_->name())[0]
               .get<int>(0) == 1;
  };
  ASSERT_TRUE(wait_until(io_, napping));
  end_all_backends();
  EXPECT_TRUE(wait_until(io_, [&] { return !told.empty(); }));
  EXPECT_EQ(query(one).size(), 1U);
}

TEST_F(FaultTest, waits_for_a_server_that_is_away_for_a_moment) {
  auto& database = open(options());
  proxy_->refuse(true);
  proxy_->cut();
  ASSERT_TRUE(wait_until(io_, [&] { return !database.connected(); }));
  int answered = 0;
  spawn(io_, "ask", [](Database& asked, int& out) -> Task<> {
    out = (co_await asked.query(Scope::nobody(), one))[0].get<int>(0);
  }(*database_, answered));
  EXPECT_FALSE(wait_until(io_, [&] { return answered == 1; }, 100ms));
  proxy_->refuse(false);
  EXPECT_TRUE(wait_until(io_, [&] { return answered == 1; }));
}

TEST_F(FaultTest, refuses_at_once_while_the_server_is_away_for_long_and_comes_back_by_itself) {
  auto impatient = options();
  impatient.acquire_timeout = 50ms;
  auto& database = open(impatient);
  proxy_->refuse(true);
  proxy_->cut();
  ASSERT_TRUE(wait_until(io_, [&] { return !database.connected(); }));
  EXPECT_THROW(query(one), Unavailable);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_THROW(query(one), Unavailable);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 40ms);
  const auto tried = proxy_->connections();
  EXPECT_TRUE(wait_until(io_, [&] { return proxy_->connections() > tried; }));
  proxy_->refuse(false);
  EXPECT_TRUE(wait_until(io_, [&] { return database.connected(); }, 5s));
  EXPECT_EQ(query(one).size(), 1U);
}

TEST_F(FaultTest, starts_without_a_server_and_is_not_connected) {
  proxy_->refuse(true);
  Database database(io_, options(), registry_);
  EXPECT_FALSE(wait_until(io_, [&] { return database.connected(); }, 100ms));
  proxy_->refuse(false);
  EXPECT_TRUE(wait_until(io_, [&] { return database.connected(); }));
}

TEST_F(FaultTest, survives_cuts_at_any_moment_of_a_storm) {
  auto wide = options();
  wide.connections = 4;
  auto& database = open(wide);
  int ended = 0;
  const auto ask = [](Database& asked, int& count) -> Task<> {
    try {
      co_await asked.query(Scope::of(TenantId{}), one);
    } catch (const ServiceUnavailable&) {
    }
    ++count;
  };
  for (int round = 0; round < 40; ++round) {
    for (int i = 0; i < 20; ++i) spawn(io_, "ask", ask(database, ended));
    for (int turn = 0; turn < round; ++turn) io_.run_one_for(1ms);
    proxy_->cut();
  }
  EXPECT_TRUE(wait_until(io_, [&] { return ended == 800; }));
  EXPECT_TRUE(wait_until(io_, [&] { return database.connected(); }));
  EXPECT_EQ(query(one).size(), 1U);
}

// -- Connections of their own

TEST_F(FaultTest, lends_a_lock_to_one_at_a_time) {
  auto& database = open(options());
  auto first = run(io_, database.try_lock(42));
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->held());
  EXPECT_EQ(run(io_, database.try_lock(42)), nullptr);
  EXPECT_TRUE(run(io_, database.try_lock(43)));
  first.reset();
  EXPECT_TRUE(wait_until(io_, [&] { return run(io_, database.try_lock(42)) != nullptr; }));
}

TEST_F(FaultTest, knows_that_a_lock_is_lost_when_its_connection_breaks) {
  auto& database = open(options());
  auto lock = run(io_, database.try_lock(44));
  proxy_->cut();
  EXPECT_TRUE(wait_until(io_, [&] { return !lock->held(); }));
}

TEST_F(FaultTest, hears_notifications_and_listens_again_after_a_break) {
  auto& database = open(options());
  std::vector<std::string> heard;
  database.listen("news", [&](std::string_view payload) { heard.emplace_back(payload); });
  ASSERT_TRUE(wait_until(io_, [&] { return heard.size() == 1; }));
  query({"notify", "SELECT pg_notify('news', $1)"}, "first");
  ASSERT_TRUE(wait_until(io_, [&] { return heard.size() == 2; }));
  proxy_->cut();
  ASSERT_TRUE(wait_until(io_, [&] { return heard.size() == 3; }));
  ASSERT_TRUE(wait_until(io_, [&] { return database.connected(); }));
  query({"notify", "SELECT pg_notify('news', $1)"}, "second");
  ASSERT_TRUE(wait_until(io_, [&] { return heard.size() == 4; }));
  EXPECT_EQ(heard, (std::vector<std::string>{"", "first", "", "second"}));
}

}  // namespace
}  // namespace mrbill::postgres
