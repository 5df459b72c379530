#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <async/spawn.hpp>
#include <async/within.hpp>
#include <postgres/postgres_fixture.hpp>

namespace mrbill::postgres {
namespace {

using namespace std::chrono_literals;
using testing::run;
using testing::wait_until;

constexpr Statement one{"one", "SELECT 1"};
constexpr Statement same{"same", "SELECT $1::int"};
constexpr Statement nap{"nap", "SELECT pg_sleep($1)"};

class PoolTest : public PostgresFixture {};

Task<> note_turn(Database& database, int number, std::vector<int>& order) {
  co_await database.query(Scope::nobody(), same, number);
  order.push_back(number);
}

TEST_F(PoolTest, serves_those_who_wait_in_the_order_of_their_arrival) {
  auto narrow = options();
  narrow.connections = 1;
  auto& database = open(narrow);
  std::vector<int> order;
  std::vector<int> expected;
  for (int i = 0; i < 100; ++i) {
    spawn(io_, "turn", note_turn(database, i, order));
    expected.push_back(i);
  }
  ASSERT_TRUE(wait_until(io_, [&] { return order.size() == 100; }));
  EXPECT_EQ(order, expected);
}

TEST_F(PoolTest, refuses_at_once_beyond_its_queue) {
  auto narrow = options();
  narrow.connections = 1;
  narrow.waiting = 2;
  auto& database = open(narrow);
  for (int i = 0; i < 3; ++i)
    spawn(io_, "nap",
          [](Database& napping) -> Task<> { co_await napping.query(Scope::nobody(), nap, 0.2); }(database));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_THROW(query(one), Overloaded);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 100ms);
}

TEST_F(PoolTest, stops_waiting_at_the_acquire_timeout_and_is_as_before_afterwards) {
  auto narrow = options();
  narrow.connections = 1;
  narrow.acquire_timeout = 50ms;
  auto& database = open(narrow);
  {
    auto holder = run(io_, database.begin(Scope::nobody()));
    EXPECT_THROW(query(one), Overloaded);
  }
  EXPECT_EQ(query(one).size(), 1U);
}

Task<> ask_for(Database& database, int number, int& right) {
  const auto rows = co_await database.query(Scope::of(TenantId{}), same, number);
  if (rows[0].get<int>(0) == number) ++right;
}

TEST_F(PoolTest, answers_ten_thousand_at_once_each_with_its_own_answer) {
  auto wide = options();
  wide.connections = 8;
  wide.waiting = 10'000;
  wide.acquire_timeout = 60s;
  auto& database = open(wide);
  int right = 0;
  for (int i = 0; i < 10'000; ++i) spawn(io_, "ask", ask_for(database, i, right));
  EXPECT_TRUE(wait_until(io_, [&] { return right == 10'000; }, 60s));
  EXPECT_LE(proxy_->connections(), 8U);
}

TEST_F(PoolTest, opens_connections_only_as_they_are_needed) {
  auto& database = open(options());
  for (int i = 0; i < 5; ++i) query(one);
  EXPECT_EQ(proxy_->connections(), 1U);
  const auto first = run(io_, database.begin(Scope::nobody()));
  const auto second = run(io_, database.begin(Scope::nobody()));
  EXPECT_EQ(proxy_->connections(), 2U);
}

TEST_F(PoolTest, a_cancelled_statement_leaves_the_connection_as_good_as_before) {
  auto narrow = options();
  narrow.connections = 1;
  auto& database = open(narrow);
  const int before = backend();
  EXPECT_THROW(run(io_, within(Deadline::in(20ms), database.query(Scope::of(TenantId{}), nap, 0.1))),
               DeadlineExceeded);
  EXPECT_EQ(query(same, 5)[0].get<int>(0), 5);
  EXPECT_EQ(backend(), before);
}

TEST_F(PoolTest, a_cancelled_statement_that_goes_on_for_long_costs_its_connection_and_ends_on_the_server) {
  auto narrow = options();
  narrow.connections = 1;
  auto& database = open(narrow);
  const int before = backend();
  EXPECT_THROW(run(io_, within(Deadline::in(20ms), database.query(Scope::nobody(), nap, 9))),
               DeadlineExceeded);
  EXPECT_EQ(query(same, 5)[0].get<int>(0), 5);
  EXPECT_NE(backend(), before);
  EXPECT_TRUE(wait_until(io_, [&] {
    return query({"alive", "SELECT count(*) FROM pg_stat_activity WHERE pid = $1"}, before)[0].get<int>(0) ==
           0;
  }));
}

Task<> cancelled_in_a_transaction(Database& database) {
  auto transaction = co_await database.begin(Scope::nobody());
  const Statement create{"", "CREATE TABLE never (id int)"};
  co_await transaction.query(create);
  co_await within(Deadline::in(20ms), transaction.query(nap, 0.1));
}

TEST_F(PoolTest, a_statement_cancelled_within_a_transaction_undoes_the_transaction) {
  auto narrow = options();
  narrow.connections = 1;
  auto& database = open(narrow);
  EXPECT_THROW(run(io_, cancelled_in_a_transaction(database)), DeadlineExceeded);
  EXPECT_EQ(query({"", "SELECT to_regclass('never') IS NULL"})[0].get<bool>(0), true);
}

TEST_F(PoolTest, one_who_stops_waiting_loses_nothing_for_the_others) {
  auto narrow = options();
  narrow.connections = 1;
  auto& database = open(narrow);
  int right = 0;
  {
    auto holder = run(io_, database.begin(Scope::nobody()));
    EXPECT_THROW(run(io_, within(Deadline::in(10ms), database.query(Scope::nobody(), one))),
                 DeadlineExceeded);
    spawn(io_, "ask", ask_for(database, 1, right));
    EXPECT_FALSE(wait_until(io_, [&] { return right == 1; }, 20ms));
  }
  EXPECT_TRUE(wait_until(io_, [&] { return right == 1; }));
}

TEST_F(PoolTest, closes_so_that_the_thread_can_end) {
  asio::io_context io{1};
  Database database(io, {.url = fresh_->owner_url()}, registry_);
  database.listen("news", [](std::string_view) {});
  run(io, database.query(Scope::nobody(), one));
  database.close();
  EXPECT_THROW(run(io, database.query(Scope::nobody(), one)), Unavailable);
  EXPECT_FALSE(database.connected());
  io.restart();
  io.run_for(10s);
  EXPECT_TRUE(io.stopped());
}

TEST_F(PoolTest, lets_what_is_running_end_before_it_closes) {
  auto& database = open(options());
  int right = 0;
  spawn(io_, "ask", ask_for(database, 1, right));
  io_.poll_one();
  database.close();
  EXPECT_TRUE(wait_until(io_, [&] { return right == 1; }));
}

TEST_F(PoolTest, can_be_destroyed_while_statements_run) {
  for (int turns = 0; turns < 30; ++turns) {
    int right = 0;
    asio::io_context io{1};
    {
      Database database(io, options(), registry_);
      for (int i = 0; i < 4; ++i) spawn(io, "ask", ask_for(database, i, right));
      io.poll();
      for (int turn = 0; turn < turns; ++turn) {
        io.poll_one();
        io_.poll();
      }
    }
    if (turns % 2 == 0) io.poll();  // the other half: their frames are destroyed with the io_context
  }
}

TEST(Database, says_so_when_its_url_cannot_be_read_and_keeps_the_password_to_itself) {
  asio::io_context io;
  metrics::Registry registry;
  try {
    Database database(io, {.url = Secret("postgresql//app:geheim@nowhere/x")}, registry);
    FAIL() << "accepted";
  } catch (const std::invalid_argument& problem) {
    EXPECT_EQ(std::string(problem.what()).find("geheim"), std::string::npos);
  }
}

}  // namespace
}  // namespace mrbill::postgres
