// The worker's stores: mails to deliver, rows to clear.
#include <gtest/gtest.h>

#include "adapters/postgres/mail_fixture.hpp"
#include "adapters/postgres/postgres_retention.hpp"
#include "ports/mail_queue_contract.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, MailQueueContract, MailRig);

class PostgresMailQueueTest : public ::testing::Test, public MailRig {};

TEST_F(PostgresMailQueueTest, counts_mails_beyond_what_their_address_is_allowed) {
  const auto address = new_address();
  for (int i = 0; i < 2; ++i) add(MailKind::reset_password, address);
  constexpr Allowance one{1, 10min, Beyond::wait};
  for (const auto& mail : testing::run(io_, queue_.take(now(), 10)))
    std::ignore = testing::run(io_, queue_.admit(mail, one, now()));
  EXPECT_NE(registry_.expose().find(R"(auth_mails_beyond_allowance_total{kind="reset_password"} 1)"),
            std::string::npos);
}

class PostgresRetentionTest : public ::testing::Test, public PostgresFixture {
 protected:
  PostgresRetention retention_{worker_};
};

TEST_F(PostgresRetentionTest, clears_what_nobody_can_use_and_keeps_the_rest) {
  const auto ana = sign_up();
  const auto living = open_session(ana, ana.tenant);
  const auto dead = open_session(ana, ana.tenant);
  as_superuser("UPDATE sessions SET expires_at = now() - interval '2 days' WHERE session_id = $1",
               dead.session);
  testing::run(io_, retention_.clear_expired(clock_.now()));
  const auto left = as_superuser("SELECT session_id FROM sessions WHERE user_id = $1", ana.user);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].get<SessionId>(0), living.session);
  testing::run(io_, retention_.clear_expired(clock_.now() + std::chrono::days(400)));
  EXPECT_TRUE(as_superuser("SELECT 1 FROM sessions WHERE user_id = $1", ana.user).empty());
  EXPECT_FALSE(as_superuser("SELECT 1 FROM users WHERE user_id = $1", ana.user).empty());
}

TEST_F(PostgresRetentionTest, forgets_events_that_come_no_more) {
  const auto old = new_uuid(clock_, random_);
  const auto recent = new_uuid(clock_, random_);
  as_superuser(
      "INSERT INTO inbox (consumer, event_id, handled_at) VALUES ('c', $1, now() - interval '31 days')", old);
  as_superuser(
      "INSERT INTO inbox (consumer, event_id, handled_at) VALUES ('c', $1, now() - interval '29 days')",
      recent);
  testing::run(io_, retention_.clear_expired(clock_.now()));
  EXPECT_TRUE(as_superuser("SELECT 1 FROM inbox WHERE event_id = $1", old).empty());
  EXPECT_FALSE(as_superuser("SELECT 1 FROM inbox WHERE event_id = $1", recent).empty());
}

TEST_F(PostgresRetentionTest, clears_revocations_whose_tokens_have_expired) {
  const auto ana = sign_up();
  const auto session = open_session(ana, ana.tenant);
  testing::run(io_, sessions_.close(ana.user, session.session, clock_.now()));
  const auto known = [&] {
    return as_superuser("SELECT 1 FROM revocations WHERE subject = $1", session.sid).size();
  };
  testing::run(io_, retention_.clear_expired(clock_.now()));
  EXPECT_EQ(known(), 1U);
  testing::run(io_, retention_.clear_expired(clock_.now() + 2h));
  EXPECT_EQ(known(), 0U);
}

}  // namespace
}  // namespace mrbill::auth
