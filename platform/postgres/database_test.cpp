#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <postgres/database.hpp>
#include <postgres/postgres_fixture.hpp>

namespace mrbill::postgres {
namespace {

using namespace std::chrono_literals;

constexpr Statement one{"one", "SELECT 1"};
const TenantId tenant_a = *TenantId::parse("0190163d-8694-739b-aea5-966c26f8ad91");
const TenantId tenant_b = *TenantId::parse("0190163d-8694-739b-aea5-966c26f8ad92");
const UserId user_a = *UserId::parse("0190163d-8694-739b-aea5-966c26f8ad93");

class DatabaseTest : public PostgresFixture {
 protected:
  DatabaseTest() { open(options()); }
};

TEST_F(DatabaseTest, answers_a_statement) {
  const auto rows = query({"add", "SELECT $1::int + $2::int AS sum"}, 40, 2);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].get<int>("sum"), 42);
}

TEST_F(DatabaseTest, gives_values_back_exactly) {
  const auto id = *Uuid::parse("0190163d-8694-739b-aea5-966c26f8ad91");
  const auto time = *from_rfc3339("1999-12-31T23:59:59.999999Z");
  const std::vector<std::string> odd{"", "NULL", "a,b", "{}", R"(back\slash "quote")", "new\nline", "π"};
  const Bytes bytes{std::string("\0\xff\x10", 3)};
  constexpr Statement echo{
      "echo",
      "SELECT $1::uuid, $2::timestamptz, $3::text[], $4::bytea, $5::float8, $6::jsonb, $7::bool, "
      "$8::bigint, $9::text, $10::timestamptz[], $11::bytea[], $12::int[]"};
  const std::vector<Timestamp> times{time, time + 1us};
  const std::vector<Bytes> blobs{bytes, Bytes{}};
  const std::vector<std::optional<int>> numbers{1, std::nullopt};
  const auto rows = query(echo, id, time, odd, bytes, 0.1, Json{R"({"a": 1})"}, true, INT64_MIN,
                          std::optional<std::string>{}, times, blobs, numbers);
  const auto row = rows.front();
  EXPECT_EQ(row.get<Uuid>(0), id);
  EXPECT_EQ(row.get<UserId>(0), UserId{id});
  EXPECT_EQ(row.get<Timestamp>(1), time);
  EXPECT_EQ(row.get<std::vector<std::string>>(2), odd);
  EXPECT_EQ(row.get<Bytes>(3), bytes);
  EXPECT_EQ(row.get<double>(4), 0.1);
  EXPECT_EQ(row.get<Json>(5).text, R"({"a": 1})");
  EXPECT_TRUE(row.get<bool>(6));
  EXPECT_EQ(row.get<std::int64_t>(7), INT64_MIN);
  EXPECT_EQ(row.get<std::optional<std::string>>(8), std::nullopt);
  EXPECT_EQ(row.get<std::vector<Timestamp>>(9), times);
  EXPECT_EQ(row.get<std::vector<Bytes>>(10), blobs);
  EXPECT_EQ(row.get<std::vector<std::optional<int>>>(11), numbers);
}

Task<std::string> pass_temporaries(Database& database) {
  const auto rows = co_await database.query(
      Scope::of(tenant_a, user_a),
      Statement{"temporaries", "SELECT $1::jsonb ->> 'a', $2::bytea, $3::text, $4::text[]"},
      Json{R"({"a": "a text too long for the small string"})"}, Bytes{std::string(100, 'x')},
      std::string(100, 'y'), std::vector<std::string>(3, "another text too long for the small string"));
  co_return rows[0].get<std::string>(0);
}

TEST_F(DatabaseTest, takes_temporaries_within_a_co_await_expression) {
  EXPECT_EQ(testing::run(io_, pass_temporaries(*database_)), "a text too long for the small string");
}

TEST_F(DatabaseTest, names_the_column_that_does_not_fit) {
  const auto rows = query({"misfit", "SELECT 'x' AS letter, NULL AS nothing"});
  const auto told = [&](auto read) -> std::string {
    try {
      read();
    } catch (const DecodeError& problem) {
      return problem.what();
    }
    return "";
  };
  EXPECT_NE(told([&] { static_cast<void>(rows[0].get<int>("letter")); }).find("letter"), std::string::npos);
  EXPECT_NE(told([&] { static_cast<void>(rows[0].get<std::string>("nothing")); }).find("nothing"),
            std::string::npos);
  EXPECT_NE(told([&] { static_cast<void>(rows[0].get<int>("other")); }).find("other"), std::string::npos);
  EXPECT_THROW(static_cast<void>(rows[0].get<int>(7)), DecodeError);
  EXPECT_THROW(static_cast<void>(rows[1]), DecodeError);
}

TEST_F(DatabaseTest, tells_what_the_server_refused) {
  query({"", "CREATE TABLE things (id int CONSTRAINT things_id_is_unique UNIQUE)"});
  constexpr Statement insert{"insert_thing", "INSERT INTO things VALUES ($1)"};
  EXPECT_EQ(query(insert, 1).affected(), 1);
  try {
    query(insert, 1);
    FAIL() << "accepted twice";
  } catch (const StatementError& problem) {
    EXPECT_TRUE(problem.unique_violation());
    EXPECT_EQ(problem.constraint(), "things_id_is_unique");
    EXPECT_NE(std::string(problem.what()).find("insert_thing"), std::string::npos);
  }
  EXPECT_EQ(query(one).size(), 1U);
}

TEST_F(DatabaseTest, takes_one_round_trip_for_a_scoped_statement_even_when_it_is_new) {
  query(one);
  const auto before = proxy_->round_trips();
  query_in(Scope::of(tenant_a), {"new_statement", "SELECT $1::int"}, 1);
  EXPECT_EQ(proxy_->round_trips() - before, 1U);
  query_in(Scope::of(tenant_a), {"new_statement", "SELECT $1::int"}, 2);
  EXPECT_EQ(proxy_->round_trips() - before, 2U);
}

TEST_F(DatabaseTest, takes_a_statement_without_a_name) {
  const std::string sql = "SELECT $1::text || '!'";
  EXPECT_EQ(query({"", sql}, "hey")[0].get<std::string>(0), "hey!");
}

TEST_F(DatabaseTest, carries_megabytes_both_ways) {
  const std::string megabytes(20'000'000, 'x');
  EXPECT_EQ(query({"big", "SELECT $1::text"}, megabytes)[0].get<std::string_view>(0), megabytes);
}

TEST_F(DatabaseTest, forgets_the_scope_with_its_transaction) {
  auto narrow = options();
  narrow.connections = 1;
  open(narrow);
  constexpr Statement seen{
      "seen", "SELECT current_setting('app.tenant_id', true), current_setting('app.user_id', true)"};
  auto row = query_in(Scope::of(tenant_a, user_a), seen);
  EXPECT_EQ(row[0].get<std::string>(0), tenant_a.to_string());
  EXPECT_EQ(row[0].get<std::string>(1), user_a.to_string());
  row = query(seen);
  EXPECT_EQ(row[0].get<std::string>(0), "");
  EXPECT_EQ(row[0].get<std::string>(1), "");
  EXPECT_THROW(query_in(Scope::of(tenant_a), {"by_zero", "SELECT 1 / 0"}), StatementError);
  EXPECT_EQ(query(seen)[0].get<std::string>(0), "");
  EXPECT_EQ(query_in(Scope::person(user_a), seen)[0].get<std::string>(0), "");
}

TEST_F(DatabaseTest, shows_a_tenant_its_own_rows_and_nobody_none) {
  as_owner(R"(CREATE TABLE notes (tenant_id uuid, text text);
    ALTER TABLE notes ENABLE ROW LEVEL SECURITY; ALTER TABLE notes FORCE ROW LEVEL SECURITY;
    CREATE POLICY own ON notes USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);)");
  constexpr Statement insert{"insert_note", "INSERT INTO notes VALUES ($1, $2)"};
  constexpr Statement count{"count_notes", "SELECT count(*) FROM notes"};
  query_in(Scope::of(tenant_a), insert, tenant_a, "mine");
  EXPECT_EQ(query_in(Scope::of(tenant_a), count)[0].get<int>(0), 1);
  EXPECT_EQ(query_in(Scope::of(tenant_b), count)[0].get<int>(0), 0);
  EXPECT_EQ(query(count)[0].get<int>(0), 0);
  EXPECT_THROW(query_in(Scope::of(tenant_b), insert, tenant_a, "forged"), StatementError);
}

TEST_F(DatabaseTest, tells_of_a_constraint_that_fails_at_the_commit_of_a_single_statement) {
  as_owner("CREATE TABLE late (id int CONSTRAINT late_key UNIQUE DEFERRABLE INITIALLY DEFERRED)");
  constexpr Statement insert{"insert_late", "INSERT INTO late VALUES (1), ($1)"};
  EXPECT_EQ(query(insert, 2).affected(), 2);
  try {
    query_in(Scope::of(tenant_a), insert, 3);
    FAIL() << "accepted twice";
  } catch (const StatementError& problem) {
    EXPECT_TRUE(problem.unique_violation());
    EXPECT_EQ(problem.constraint(), "late_key");
  }
  EXPECT_EQ(query({"count_late", "SELECT count(*) FROM late"})[0].get<int>(0), 2);
}

TEST_F(DatabaseTest, refuses_copy_and_recovers) {
  EXPECT_THROW(query({"", "COPY (SELECT 1) TO STDOUT"}), Unavailable);
  EXPECT_EQ(query(one).size(), 1U);
}

TEST_F(DatabaseTest, prepares_again_after_a_table_has_changed) {
  auto narrow = options();
  narrow.connections = 1;
  open(narrow);
  as_owner("CREATE TABLE moving (value int); INSERT INTO moving VALUES (7)");
  constexpr Statement read{"read_moving", "SELECT * FROM moving"};
  EXPECT_EQ(query(read)[0].get<int>(0), 7);
  as_owner("ALTER TABLE moving ALTER value TYPE text");
  EXPECT_EQ(query(read)[0].get<std::string>(0), "7");
}

TEST_F(DatabaseTest, keeps_a_bounded_number_of_prepared_statements) {
  auto narrow = options();
  narrow.connections = 1;
  open(narrow);
  for (int i = 0; i < 300; ++i) {
    const auto name = "many_" + std::to_string(i);
    EXPECT_EQ(query({name, "SELECT $1::int"}, i)[0].get<int>(0), i);
  }
  EXPECT_LE(query({"", "SELECT count(*) FROM pg_prepared_statements"})[0].get<int>(0), 256);
  EXPECT_EQ(query({"many_0", "SELECT $1::int"}, 5)[0].get<int>(0), 5);
}

TEST_F(DatabaseTest, counts_what_happened) {
  query(one);
  EXPECT_THROW(query({"", "SELECT 1 / 0"}), StatementError);
  const auto exposed = registry_.expose();
  EXPECT_NE(exposed.find(R"(postgres_errors_total{database="database",kind="refused"} 1)"), std::string::npos)
      << exposed;
  EXPECT_NE(exposed.find(R"(postgres_query_seconds_count{database="database"} 2)"), std::string::npos)
      << exposed;
}

}  // namespace
}  // namespace mrbill::postgres
