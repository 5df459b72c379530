// The stores' contracts on PostgreSQL, and what only it can show: races.
#include <boost/asio/co_spawn.hpp>

#include "adapters/postgres/postgres_fixture.hpp"
#include "ports/accounts_contract.hpp"
#include "ports/sessions_contract.hpp"

namespace mrbill::auth {
namespace {

struct AccountsRig : PostgresFixture {
  asio::io_context& io() { return io_; }
  Accounts& accounts() { return accounts_; }
  Creations& creations() { return creations_; }
};

struct SessionsRig : PostgresFixture {
  SessionsRig() {
    join(person_.user, other_.tenant, "USER");
    as_superuser("UPDATE users SET locale = $2 WHERE user_id = $1", person_.user, locale());
  }
  SignUp person_ = sign_up();
  SignUp other_ = sign_up();
  asio::io_context& io() { return io_; }
  Sessions& sessions() { return sessions_; }
  UserId user() const { return person_.user; }
  TenantId tenant() const { return person_.tenant; }
  TenantId second_tenant() const { return other_.tenant; }
  Timestamp password_changed_at() const { return person_.at; }
  static std::string locale() { return "pt-BR"; }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, AccountsContract, AccountsRig);
INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, SessionsContract, SessionsRig);

class PostgresSessionsTest : public ::testing::Test, public PostgresFixture {};

TEST_F(PostgresSessionsTest, bears_one_successor_of_a_thousand_raced_refreshes) {
  const auto person = sign_up();
  const auto opening = open_session(person, person.tenant);
  const Presented presented{opening.session, 1, person.user, person.tenant, Transport::body};
  const Rotation rotation{presented, random_.bytes<32>(), clock_.now(), clock_.now() + std::chrono::hours(1)};
  int live = 0;
  int ended = 0;
  for (int i = 0; i < 1'000; ++i) {
    asio::co_spawn(io_, sessions_.rotate(rotation),
                   [&](const std::exception_ptr& error, const std::optional<LiveSession>& rotated) {
                     live += !error && rotated ? 1 : 0;
                     ++ended;
                   });
  }
  io_.restart();
  while (ended < 1'000 && io_.run_one_for(std::chrono::seconds(20)) != 0) {
  }
  EXPECT_EQ(live, 1'000);
  EXPECT_EQ(as_superuser("SELECT max(generation) FROM refresh_generations WHERE session_id = $1",
                         opening.session)[0]
                .get<int>(0),
            2);
}

TEST_F(PostgresSessionsTest, makes_the_tokens_of_a_closed_session_void_and_no_others) {
  const auto person = sign_up();
  const auto opening = open_session(person, person.tenant);
  const auto other = open_session(person, person.tenant);
  testing::run(io_, sessions_.close(person.user, opening.session, clock_.now()));
  EXPECT_TRUE(covered(opening));
  EXPECT_FALSE(covered(other));
}

TEST_F(PostgresSessionsTest, makes_the_tokens_of_the_former_company_void_when_it_moves) {
  const auto person = sign_up();
  const auto other = sign_up();
  join(person.user, other.tenant, "USER");
  const auto opening = open_session(person, person.tenant);
  const auto moved = testing::run(io_, sessions_.move(person.user, opening.sid, other.tenant, clock_.now()));
  ASSERT_TRUE(moved);
  EXPECT_TRUE(covered(opening));
  EXPECT_FALSE(covered(*moved));
}

TEST_F(PostgresSessionsTest, keeps_fifty_of_a_hundred_raced_sign_ins) {
  const auto person = sign_up();
  int ended = 0;
  for (int i = 0; i < 100; ++i) {
    asio::co_spawn(io_, sessions_.open(new_session(person, person.tenant)),
                   [&](const std::exception_ptr&, const std::optional<LiveSession>&) { ++ended; });
  }
  io_.restart();
  while (ended < 100 && io_.run_one_for(std::chrono::seconds(20)) != 0) {
  }
  EXPECT_EQ(
      as_superuser("SELECT 1 FROM sessions WHERE user_id = $1 AND revoked_at IS NULL", person.user).size(),
      50U);
  EXPECT_EQ(
      as_superuser("SELECT 1 FROM revocations r JOIN sessions s ON r.subject = s.sid WHERE s.user_id = $1",
                   person.user)
          .size(),
      50U);
}

// However it is done, here by hand.
TEST_F(PostgresSessionsTest, ends_with_an_account_that_is_locked) {
  const auto person = sign_up();
  const auto opening = open_session(person, person.tenant);
  as_superuser("UPDATE users SET status = 'LOCKED' WHERE user_id = $1", person.user);
  EXPECT_TRUE(covered(opening));
  const Presented presented{opening.session, 1, person.user, person.tenant, Transport::body};
  const Rotation rotation{presented, random_.bytes<32>(), clock_.now(), clock_.now() + std::chrono::hours(1)};
  EXPECT_FALSE(testing::run(io_, sessions_.rotate(rotation)));
  EXPECT_FALSE(testing::run(io_, sessions_.open(new_session(person, person.tenant))));
  as_superuser("UPDATE users SET status = 'ACTIVE' WHERE user_id = $1", person.user);
  EXPECT_FALSE(covered(open_session(person, person.tenant)));
}

TEST_F(PostgresSessionsTest, keeps_only_hashes) {
  const auto columns = as_superuser(
      "SELECT column_name FROM information_schema.columns WHERE table_name IN ('refresh_generations', "
      "'email_tokens', 'invitations') "
      "AND column_name LIKE '%token%' AND column_name NOT IN ('token_hash', 'token_id')");
  EXPECT_TRUE(columns.empty());
}

}  // namespace
}  // namespace mrbill::auth
