// The worker's stores: mails to deliver, rows to clear.
#include <gtest/gtest.h>

#include "adapters/postgres/email_links.hpp"
#include "adapters/postgres/mail_queue.hpp"
#include "adapters/postgres/postgres_fixture.hpp"
#include "adapters/postgres/retention.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

class PostgresMailQueueTest : public ::testing::Test, public PostgresFixture {
 protected:
  PostgresMailQueueTest() { as_superuser("DELETE FROM mails"); }
  LinkId request(EmailAddress email) {
    const LinkId id{new_uuid(clock_, random_)};
    testing::run(io_, links_.request(id, LinkPurpose::reset_password, std::move(email), clock_.now()));
    return id;
  }
  std::vector<QueuedMail> take(Timestamp now) { return testing::run(io_, queue_.take(now, 10)); }

  PostgresEmailLinks links_{app_};
  PostgresMailQueue queue_{worker_, registry_};
};

TEST_F(PostgresMailQueueTest, hands_a_mail_out_once_until_its_time_is_over) {
  const auto id = request(new_address());
  const auto now = clock_.now();
  ASSERT_EQ(take(now).size(), 1U);
  EXPECT_TRUE(take(now + 4s).empty());
  const auto again = take(now + 6s);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again.front().id, id);
  EXPECT_EQ(again.front().attempts, 2);
}

TEST_F(PostgresMailQueueTest, forgets_what_is_done) {
  const auto id = request(new_address());
  testing::run(io_, queue_.done(id));
  EXPECT_TRUE(take(clock_.now() + 1h).empty());
}

TEST_F(PostgresMailQueueTest, finds_the_addressee_if_there_is_one) {
  const auto ana = sign_up("Ana Souza");
  EXPECT_EQ(testing::run(io_, queue_.addressee(ana.email))->full_name, "Ana Souza");
  EXPECT_EQ(testing::run(io_, queue_.addressee(new_address())), std::nullopt);
}

TEST_F(PostgresMailQueueTest, adds_the_same_link_again_without_harm) {
  const auto ana = sign_up();
  const NewLink link{LinkId{new_uuid(clock_, random_)},
                     ana.user,
                     LinkPurpose::verify_email,
                     random_.bytes<32>(),
                     clock_.now(),
                     clock_.now() + 1h};
  testing::run(io_, queue_.add_link(link));
  testing::run(io_, queue_.add_link(link));
  EXPECT_EQ(testing::run(io_, links_.find(link.token_hash, link.purpose))->id, link.id);
}

TEST_F(PostgresMailQueueTest, counts_the_mails_of_an_address_and_kind_once_each) {
  const auto address = new_address();
  constexpr Allowance two{2, 10min, Beyond::wait};
  for (int i = 0; i < 3; ++i) request(address);
  const auto now = clock_.now();
  const auto admit = [&](const QueuedMail& mail, Timestamp at) {
    return testing::run(io_, queue_.admit(mail, two, at));
  };
  const auto mails = take(now);
  ASSERT_EQ(mails.size(), 3U);
  EXPECT_EQ(admit(mails[0], now), std::nullopt);
  EXPECT_EQ(admit(mails[0], now), std::nullopt);
  EXPECT_EQ(admit(mails[1], now), std::nullopt);
  EXPECT_EQ(admit(mails[2], now + 1min), now + 10min);
  EXPECT_NE(registry_.expose().find(R"(auth_mails_beyond_allowance_total{kind="reset_password"} 1)"),
            std::string::npos);
  EXPECT_EQ(admit(mails[2], now + 10min), std::nullopt);
  request(new_address());
  EXPECT_EQ(admit(take(clock_.now()).back(), now), std::nullopt);
}

TEST_F(PostgresMailQueueTest, postpones) {
  const auto id = request(new_address());
  const auto now = clock_.now();
  testing::run(io_, queue_.postpone(id, now + 30min));
  EXPECT_TRUE(take(now + 29min).empty());
  EXPECT_EQ(take(now + 30min).size(), 1U);
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
