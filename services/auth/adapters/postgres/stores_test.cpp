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
  Answers& answers() { return answers_; }
};

struct SessionsRig : PostgresFixture {
  SessionsRig() { join(person_.user, other_.tenant, "USER"); }
  SignUp person_ = sign_up();
  SignUp other_ = sign_up();
  asio::io_context& io() { return io_; }
  Sessions& sessions() { return sessions_; }
  UserId user() const { return person_.user; }
  TenantId tenant() const { return person_.tenant; }
  TenantId second_tenant() const { return other_.tenant; }
  Timestamp password_changed_at() const { return person_.at; }
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
                   [&](const std::exception_ptr& error, const Rotated& rotated) {
                     live += !error && rotated.live ? 1 : 0;
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

TEST_F(PostgresSessionsTest, writes_down_each_revocation_with_its_cause) {
  const auto person = sign_up();
  const auto opening = open_session(person, person.tenant);
  testing::run(io_, sessions_.close(person.user, opening.session, clock_.now()));
  const auto noted =
      as_app(postgres::Scope::nobody(),
             "SELECT sid FROM revocations_since(now() - interval '1 minute') WHERE sid = $1", opening.sid);
  EXPECT_EQ(noted.size(), 1U);
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
