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

constexpr Statement kept_rows{"kept_rows", "SELECT * FROM transaction_rows ORDER BY id"};
constexpr Statement insert_whole{"insert_whole", "INSERT INTO transaction_rows VALUES ($1) RETURNING *"};

Task<int> read_all(Database& database) {
  auto transaction = co_await database.begin(Scope::of(TenantId{}));
  const auto rows = co_await transaction.query(kept_rows);
  co_await transaction.commit();
  co_return static_cast<int>(rows.size());
}

TEST_F(TransactionTest, prepares_anew_after_a_migration_and_nobody_notices) {
  query(insert_row, 1);
  EXPECT_EQ(run(io_, read_all(*database_)), 1);
  EXPECT_EQ(query(kept_rows).size(), 1U);
  as_owner("ALTER TABLE transaction_rows ADD COLUMN more text");
  EXPECT_EQ(run(io_, read_all(*database_)), 1) << "what begins a transaction runs once more";
  as_owner("ALTER TABLE transaction_rows ALTER COLUMN id TYPE bigint");
  EXPECT_EQ(query(kept_rows).size(), 1U) << "and so does a statement alone";
}

Task<> count_then_insert(Database& database, int id) {
  auto transaction = co_await database.begin(Scope::nobody());
  co_await transaction.query(count_rows);
  co_await transaction.query(insert_whole, id);
  co_await transaction.commit();
}

TEST_F(TransactionTest, that_is_outdated_in_its_middle_is_unavailable_once_and_did_nothing) {
  run(io_, count_then_insert(*database_, 1));
  as_owner("ALTER TABLE transaction_rows ADD COLUMN more text");
  EXPECT_THROW(run(io_, count_then_insert(*database_, 2)), Unavailable);
  EXPECT_EQ(rows(), 1);
  run(io_, count_then_insert(*database_, 2));
  EXPECT_EQ(rows(), 2);
}

TEST_F(TransactionTest, learns_of_a_migration_from_any_connection_of_the_pool) {
  auto wide = options();
  wide.connections = 2;
  open(wide);
  {
    auto other = run(io_, database_->begin(Scope::nobody()));  // so that both have prepared it
    run(io_, other.query(insert_whole, 1));
    query(kept_rows);
  }
  query(count_rows);
  as_owner("ALTER TABLE transaction_rows ADD COLUMN more text");
  auto holder = run(io_, database_->begin(Scope::nobody()));
  query(kept_rows);
  EXPECT_EQ(run(io_, holder.query(count_rows)).size(), 1U);
  EXPECT_EQ(run(io_, holder.query(insert_whole, 7)).size(), 1U)
      << "the other connection had prepared it before";
}

}  // namespace
}  // namespace mrbill::postgres
