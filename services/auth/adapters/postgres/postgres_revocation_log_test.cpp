#include "adapters/postgres/postgres_revocation_log.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "adapters/postgres/postgres_fixture.hpp"

namespace mrbill::auth {
namespace {

class PostgresRevocationLogTest : public ::testing::Test, public PostgresFixture {
 protected:
  RevocationPage since(std::string cursor) { return testing::run(io_, log_.since(std::move(cursor))); }
  // A session that was opened and closed.
  Uuid closed() {
    const auto live = open_session(person_, person_.tenant);
    testing::run(io_, sessions_.close(person_.user, live.session, clock_.now()));
    return live.sid;
  }
  static std::size_t times(const RevocationPage& page, Uuid subject) {
    return static_cast<std::size_t>(std::ranges::count(page.revoked, subject, &Revoked::subject));
  }
  // As soon as what others do in the cluster lets it: while they write, an answer may repeat what was told.
  RevocationPage since_without(std::string cursor, Uuid told) {
    auto page = since(cursor);
    for (const auto end = clock_.now() + std::chrono::seconds(20);
         times(page, told) > 0 && clock_.now() < end;)
      page = since(cursor = page.cursor);
    return page;
  }

  PostgresRevocationLog log_{app_};
  SignUp person_ = sign_up();
};

TEST_F(PostgresRevocationLogTest, tells_all_first_and_then_what_is_new) {
  const auto first = closed();
  const auto all = since("");
  EXPECT_EQ(times(all, first), 1U);
  EXPECT_TRUE(all.complete);
  const auto nothing = since_without(all.cursor, first);
  EXPECT_EQ(times(nothing, first), 0U);
  const auto second = closed();
  const auto news = since(nothing.cursor);
  EXPECT_EQ(times(news, first), 0U);
  EXPECT_EQ(times(news, second), 1U);
}

TEST_F(PostgresRevocationLogTest, says_of_what_tokens_are_void_and_below_which_version) {
  const auto start = since("").cursor;
  as_app(postgres::Scope::nobody(), "SELECT revoke_tokens('MEMBERSHIP', $1, $2, 7)", person_.user,
         person_.tenant);
  as_app(postgres::Scope::nobody(), "SELECT revoke_tokens('MEMBERSHIP', $1, $2, 5)", person_.user,
         person_.tenant);
  const auto news = since(start);
  ASSERT_EQ(times(news, person_.user.uuid), 1U);
  const auto& revoked = *std::ranges::find(news.revoked, person_.user.uuid, &Revoked::subject);
  EXPECT_EQ(revoked.of, RevokedOf::membership);
  EXPECT_EQ(revoked.tenant, person_.tenant.uuid);
  EXPECT_EQ(revoked.below, 7);
}

// The one that began first ends last: what it wrote must not be skipped.
TEST_F(PostgresRevocationLogTest, misses_nothing_when_transactions_end_in_another_order) {
  auto slow = testing::run(io_, app_.begin(postgres::Scope::nobody()));
  const Uuid late = new_uuid(clock_, random_);
  testing::run(io_,
               slow.query(postgres::Statement{"", "SELECT revoke_tokens('SESSION', $1, NULL, 2)"}, late));
  const auto quick = closed();
  const auto before = since("");
  EXPECT_EQ(times(before, quick), 1U);
  EXPECT_EQ(times(before, late), 0U);
  testing::run(io_, slow.commit());
  EXPECT_EQ(times(since(before.cursor), late), 1U);
}

TEST_F(PostgresRevocationLogTest, tells_all_to_a_cursor_of_another_life_of_the_database) {
  const auto known = closed();
  EXPECT_EQ(times(since("9999999999999999999"), known), 1U);
}

TEST_F(PostgresRevocationLogTest, tells_very_many_part_by_part) {
  as_superuser(
      "INSERT INTO revocations SELECT 'USER', gen_random_uuid(), "
      "'00000000-0000-0000-0000-000000000000', 1, now(), '5' FROM generate_series(1, 4999)");
  as_superuser(
      "INSERT INTO revocations SELECT 'USER', gen_random_uuid(), "
      "'00000000-0000-0000-0000-000000000000', 1, now(), '6' FROM generate_series(1, 20)");
  const auto last = closed();
  auto page = since("");
  EXPECT_FALSE(page.complete);
  EXPECT_EQ(page.revoked.size(), 5'000U);
  EXPECT_EQ(page.cursor, "6");
  page = since(page.cursor);
  EXPECT_TRUE(page.complete);
  EXPECT_EQ(times(page, last), 1U);
  as_superuser("DELETE FROM revocations WHERE written_by < '7'");
}

}  // namespace
}  // namespace mrbill::auth
