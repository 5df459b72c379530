#include <gtest/gtest.h>

#include <postgres/postgres_fixture.hpp>

namespace mrbill::postgres {
namespace {

using namespace std::chrono_literals;
using testing::run;

constexpr Statement insert_row{"insert_row", "INSERT INTO transaction_rows VALUES ($1)"};
constexpr Statement count_rows{"count_rows", "SELECT count(*) FROM transaction_rows"};

class TransactionTest : public PostgresFixture {
 protected:
  TransactionTest() {
    as_owner(
        "DROP TABLE IF EXISTS transaction_rows; CREATE TABLE transaction_rows (id int PRIMARY KEY CHECK (id "
        "> 0))");
    auto narrow = options();
    narrow.connections = 1;
    open(narrow);
  }
  int rows() { return query(count_rows)[0].get<int>(0); }
};

Task<> insert_two(Database& database) {
  auto transaction = co_await database.begin(Scope::nobody());
  co_await transaction.query(insert_row, 1);
  co_await transaction.query(insert_row, 2);
  co_await transaction.commit();
}

TEST_F(TransactionTest, commits_all_of_it_and_begins_with_the_first_statement) {
  query(count_rows);
  const auto before = proxy_->round_trips();
  run(io_, insert_two(*database_));
  EXPECT_EQ(proxy_->round_trips() - before, 3U);
  EXPECT_EQ(rows(), 2);
}

Task<> defer_three(Database& database) {
  auto transaction = co_await database.begin(Scope::of(TenantId{}));
  for (int id : {1, 2, 3}) transaction.defer(insert_row, id);
  co_await transaction.commit();
}

TEST_F(TransactionTest, sends_what_was_deferred_with_the_commit_in_one_round_trip) {
  query(count_rows);
  const auto before = proxy_->round_trips();
  run(io_, defer_three(*database_));
  EXPECT_EQ(proxy_->round_trips() - before, 1U);
  EXPECT_EQ(rows(), 3);
}

Task<> insert_and_leave(Database& database) {
  auto transaction = co_await database.begin(Scope::nobody());
  co_await transaction.query(insert_row, 1);
}

TEST_F(TransactionTest, is_undone_when_it_is_destroyed_without_commit) {
  run(io_, insert_and_leave(*database_));
  EXPECT_EQ(rows(), 0);
}

Task<> insert_and_roll_back(Database& database) {
  auto transaction = co_await database.begin(Scope::nobody());
  co_await transaction.query(insert_row, 1);
  co_await transaction.rollback();
  auto untouched = co_await database.begin(Scope::nobody());
  co_await untouched.rollback();
}

TEST_F(TransactionTest, is_undone_by_rollback) {
  run(io_, insert_and_roll_back(*database_));
  EXPECT_EQ(rows(), 0);
}

Task<> fail_in_the_middle(Database& database) {
  auto transaction = co_await database.begin(Scope::nobody());
  co_await transaction.query(insert_row, 1);
  co_await transaction.query(insert_row, -1);
}

TEST_F(TransactionTest, is_undone_when_a_statement_is_refused) {
  EXPECT_THROW(run(io_, fail_in_the_middle(*database_)), StatementError);
  EXPECT_EQ(rows(), 0);
}

Task<> commit_after_a_failure(Database& database) {
  auto transaction = co_await database.begin(Scope::nobody());
  try {
    co_await transaction.query(insert_row, -1);
  } catch (const StatementError&) {
  }
  co_await transaction.commit();
}

TEST_F(TransactionTest, does_not_call_a_failed_transaction_committed) {
  EXPECT_THROW(run(io_, commit_after_a_failure(*database_)), StatementError);
  EXPECT_EQ(rows(), 0);
}

Task<> defer_a_bad_one(Database& database) {
  auto transaction = co_await database.begin(Scope::nobody());
  transaction.defer(insert_row, 1);
  transaction.defer(insert_row, -1);
  transaction.defer(insert_row, 2);
  co_await transaction.commit();
}

TEST_F(TransactionTest, tells_which_deferred_statement_was_refused) {
  try {
    run(io_, defer_a_bad_one(*database_));
    FAIL() << "committed";
  } catch (const StatementError& problem) {
    EXPECT_EQ(problem.sqlstate(), "23514");
    EXPECT_NE(std::string(problem.what()).find("insert_row"), std::string::npos);
  }
  EXPECT_EQ(rows(), 0);
}

TEST_F(TransactionTest, does_not_know_of_a_commit_whose_answer_was_lost) {
  const auto lose_the_answer = [this]() -> Task<> {
    auto transaction = co_await database_->begin(Scope::nobody());
    co_await transaction.query(insert_row, 1);
    proxy_->swallow_answers();
    co_await transaction.commit();
  };
  EXPECT_THROW(run(io_, lose_the_answer()), Unavailable);
  EXPECT_EQ(rows(), 1);  // here it was committed
}

TEST_F(TransactionTest, is_gone_when_its_connection_breaks) {
  const auto break_it = [this]() -> Task<> {
    auto transaction = co_await database_->begin(Scope::nobody());
    co_await transaction.query(insert_row, 1);
    proxy_->cut();
    co_await transaction.query(insert_row, 2);
  };
  EXPECT_THROW(run(io_, break_it()), Unavailable);
  EXPECT_EQ(rows(), 0);
}

TEST_F(TransactionTest, lends_its_connection_again_only_after_it_was_undone) {
  for (int round = 0; round < 20; ++round) {
    run(io_, insert_and_leave(*database_));
    const auto counted =
        query({"in_transaction", "SELECT count(*), now() = statement_timestamp() FROM transaction_rows"});
    EXPECT_EQ(counted[0].get<int>(0), 0);
  }
}

}  // namespace
}  // namespace mrbill::postgres
