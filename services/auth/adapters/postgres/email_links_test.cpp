#include "adapters/postgres/email_links.hpp"

#include <gtest/gtest.h>

#include "adapters/postgres/mail_queue.hpp"
#include "adapters/postgres/postgres_fixture.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

class PostgresEmailLinksTest : public ::testing::Test, public PostgresFixture {
 protected:
  Sha256 link_to(const SignUp& person, LinkPurpose purpose) {
    const auto hash = random_.bytes<32>();
    const NewLink link{
        LinkId{new_uuid(clock_, random_)}, person.user, purpose, hash, clock_.now(), clock_.now() + 1h};
    testing::run(io_, queue_.add_link(link));
    return hash;
  }
  std::optional<EmailLink> find(const Sha256& hash, LinkPurpose purpose) {
    return testing::run(io_, links_.find(hash, purpose));
  }
  bool reset(const EmailLink& link) {
    const PasswordReset order{link, "another hash", NetworkMark{7}, LinkId{new_uuid(clock_, random_)},
                              clock_.now()};
    return testing::run(io_, links_.reset_password(order));
  }
  std::int64_t mails_to(const EmailAddress& email, const std::string& kind) {
    return as_worker("SELECT count(*) FROM mails WHERE recipient = $1 AND kind = $2", email.text(), kind)[0]
        .get<std::int64_t>(0);
  }

  PostgresEmailLinks links_{app_};
  PostgresMailQueue queue_{worker_, registry_};
  SignUp ana_ = sign_up();
};

TEST_F(PostgresEmailLinksTest, finds_a_link_for_its_purpose_only) {
  const auto hash = link_to(ana_, LinkPurpose::verify_email);
  EXPECT_EQ(find(hash, LinkPurpose::verify_email)->user, ana_.user);
  EXPECT_EQ(find(hash, LinkPurpose::reset_password), std::nullopt);
}

TEST_F(PostgresEmailLinksTest, verifies_once) {
  as_superuser("UPDATE users SET email_verified_at = NULL WHERE user_id = $1", ana_.user);
  const auto link = *find(link_to(ana_, LinkPurpose::verify_email), LinkPurpose::verify_email);
  const NetworkMark network{7};
  EXPECT_TRUE(testing::run(io_, links_.verify_email(link, network, clock_.now())));
  EXPECT_TRUE(testing::run(io_, accounts_.find_login(ana_.email, network))->known_network);
  EXPECT_FALSE(testing::run(io_, accounts_.find_login(ana_.email, NetworkMark{8}))->known_network);
  EXPECT_TRUE(testing::run(io_, accounts_.find(ana_.user))->verified);
  EXPECT_FALSE(testing::run(io_, links_.verify_email(link, network, clock_.now())));
}

TEST_F(PostgresEmailLinksTest, resets_once_and_uses_up_every_other_reset_link) {
  const auto first = *find(link_to(ana_, LinkPurpose::reset_password), LinkPurpose::reset_password);
  const auto second = *find(link_to(ana_, LinkPurpose::reset_password), LinkPurpose::reset_password);
  EXPECT_TRUE(reset(first));
  EXPECT_FALSE(reset(first));
  EXPECT_FALSE(reset(second));
}

TEST_F(PostgresEmailLinksTest, ends_every_session_when_the_password_is_reset) {
  const auto one = open_session(ana_, ana_.tenant);
  const auto two = open_session(ana_, ana_.tenant);
  const auto other = sign_up();
  const auto others = open_session(other, other.tenant);
  ASSERT_TRUE(reset(*find(link_to(ana_, LinkPurpose::reset_password), LinkPurpose::reset_password)));
  for (const auto& session : {one, two}) {
    EXPECT_TRUE(covered(session));
    EXPECT_FALSE(testing::run(io_, sessions_.close(ana_.user, session.session, clock_.now())));
  }
  EXPECT_FALSE(covered(others));
  EXPECT_TRUE(testing::run(io_, sessions_.close(other.user, others.session, clock_.now())));
  EXPECT_EQ(as_superuser("SELECT 1 FROM revocations WHERE subject = $1", ana_.user).size(), 1U);
}

TEST_F(PostgresEmailLinksTest, makes_the_resetting_person_known_unlocked_and_verified) {
  as_superuser("UPDATE users SET email_verified_at = NULL, status = 'LOCKED' WHERE user_id = $1", ana_.user);
  ASSERT_TRUE(reset(*find(link_to(ana_, LinkPurpose::reset_password), LinkPurpose::reset_password)));
  const auto login = testing::run(io_, accounts_.find_login(ana_.email, NetworkMark{7}));
  EXPECT_EQ(login->password_hash, "another hash");
  EXPECT_FALSE(login->locked);
  EXPECT_TRUE(login->verified);
  EXPECT_TRUE(login->known_network);
  EXPECT_EQ(mails_to(ana_.email, "password_changed"), 1);
}

TEST_F(PostgresEmailLinksTest, asks_for_a_mail_to_any_address_alike) {
  const auto unknown = new_address();
  testing::run(io_, links_.request(LinkId{new_uuid(clock_, random_)}, LinkPurpose::reset_password, unknown,
                                   clock_.now()));
  EXPECT_EQ(mails_to(unknown, "reset_password"), 1);
}

}  // namespace
}  // namespace mrbill::auth
