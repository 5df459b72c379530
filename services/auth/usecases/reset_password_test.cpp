#include "usecases/reset_password.hpp"

#include "usecases/request_mail.hpp"
#include "usecases/usecase_fixture.hpp"
#include "usecases/verify_email.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

class ResetPasswordTest : public UseCaseFixture {
 protected:
  static constexpr const char* another = "another long sentence";
  Result<Device, ResetPasswordError> reset(const std::string& token, const std::string& with = another) {
    ResetPassword::Command command{token, with, home};
    return testing::run(reset_(std::move(command)));
  }
  Result<void, RequestMailError> forgot(const std::string& email, const std::string& network = home) {
    return testing::run(request_(LinkPurpose::reset_password, {email, network, device_}));
  }
  UserId ana_ = person("ana@example.com");
  ResetPassword reset_{{links_, accounts_, hasher_, throttle_}, rules_, key_, clock_, random_};
  std::optional<Device> device_;
  RequestMail request_{links_, accounts_, throttle_, rules_, key_, clock_, random_};
};

TEST_F(ResetPasswordTest, changes_the_password_and_ends_every_session) {
  const auto session = log_in("ana@example.com", password).value();
  ASSERT_TRUE(reset(link(ana_, LinkPurpose::reset_password)));
  EXPECT_EQ(log_in("ana@example.com", password).error().code, LogInError::Code::invalid_credentials);
  EXPECT_TRUE(log_in("ana@example.com", another));
  EXPECT_FALSE(refresh(*session.refresh_token));
}

TEST_F(ResetPasswordTest, works_once_and_for_its_time) {
  const auto token = link(ana_, LinkPurpose::reset_password);
  ASSERT_TRUE(reset(token));
  EXPECT_EQ(reset(token).error(), ResetPasswordError::invalid_token);
  const auto late = link(ana_, LinkPurpose::reset_password, 1h);
  clock_.advance(1h);
  EXPECT_EQ(reset(late).error(), ResetPasswordError::invalid_token);
}

TEST_F(ResetPasswordTest, takes_only_links_of_its_own_purpose) {
  EXPECT_EQ(reset(link(ana_, LinkPurpose::verify_email)).error(), ResetPasswordError::invalid_token);
  EXPECT_EQ(reset("nonsense").error(), ResetPasswordError::invalid_token);
}

TEST_F(ResetPasswordTest, keeps_the_link_when_the_new_password_is_refused) {
  const auto token = link(ana_, LinkPurpose::reset_password);
  EXPECT_EQ(reset(token, "short").error(), ResetPasswordError::password_too_short);
  EXPECT_TRUE(reset(token));
}

TEST_F(ResetPasswordTest, opens_the_door_to_a_person_whom_failures_have_slowed) {
  for (int i = 0; i < 12; ++i) {
    const auto refused = log_in("ana@example.com", "a wrong long sentence");
    if (refused.error().code == LogInError::Code::too_many_requests) clock_.advance(refused.error().wait);
  }
  ASSERT_TRUE(reset(link(ana_, LinkPurpose::reset_password)));
  EXPECT_TRUE(log_in("ana@example.com", another));
}

TEST_F(ResetPasswordTest, lifts_a_lock_and_proves_the_address) {
  people_.users.at(ana_).locked = true;
  people_.users.at(ana_).person.verified = false;
  ASSERT_TRUE(reset(link(ana_, LinkPurpose::reset_password)));
  EXPECT_TRUE(log_in("ana@example.com", another));
}

TEST_F(ResetPasswordTest, asks_for_mails_to_known_and_unknown_addresses_alike) {
  const auto before = people_.mails.size();
  EXPECT_TRUE(forgot("ana@example.com"));
  EXPECT_TRUE(forgot("nobody@example.com"));
  EXPECT_EQ(people_.mails.size(), before + 2);
}

TEST_F(ResetPasswordTest, lets_who_is_known_there_recover_whatever_their_network_asks_for) {
  ASSERT_TRUE(log_in("ana@example.com", password, home));
  for (int i = 0; i < 80; ++i) std::ignore = forgot("p" + std::to_string(i) + "@example.com", home);
  ASSERT_FALSE(forgot("bea@example.com", home));
  EXPECT_TRUE(forgot("ana@example.com", home));
}

TEST_F(ResetPasswordTest, lets_a_known_device_recover_from_any_network) {
  const auto device = log_in("ana@example.com", password, home)->device;
  for (int i = 0; i < 80; ++i) std::ignore = forgot("p" + std::to_string(i) + "@example.com", abroad);
  ASSERT_FALSE(forgot("ana@example.com", abroad));
  device_ = device;
  EXPECT_TRUE(forgot("ana@example.com", abroad));
}

TEST_F(ResetPasswordTest, makes_the_device_a_known_one) {
  const auto device = reset(link(ana_, LinkPurpose::reset_password));
  ASSERT_TRUE(device);
  for (int i = 0; i < 8; ++i) std::ignore = log_in("ana@example.com", "a wrong long sentence", abroad);
  ASSERT_FALSE(log_in("ana@example.com", another, abroad));
  EXPECT_TRUE(log_in("ana@example.com", another, abroad, {}, Transport::body, *device));
}

TEST_F(ResetPasswordTest, knows_network_and_device_where_an_address_was_verified) {
  people_.users.at(ana_).person.verified = false;
  VerifyEmail verify(links_, key_, clock_, random_);
  const auto device = testing::run(verify(link(ana_, LinkPurpose::verify_email), abroad));
  ASSERT_TRUE(device);
  for (int i = 0; i < 107; ++i) {
    std::ignore = log_in("nobody" + std::to_string(i) + "@example.com", "a wrong long sentence", abroad);
  }
  EXPECT_TRUE(log_in("ana@example.com", password, abroad));
  for (int i = 0; i < 8; ++i) std::ignore = log_in("ana@example.com", "a wrong long sentence", abroad);
  ASSERT_FALSE(log_in("ana@example.com", password, abroad));
  EXPECT_TRUE(log_in("ana@example.com", password, abroad, {}, Transport::body, *device));
}

TEST_F(ResetPasswordTest, refuses_a_password_that_everybody_tries) {
  const auto token = link(ana_, LinkPurpose::reset_password);
  EXPECT_EQ(reset(token, "iloveyouiloveyou").error(), ResetPasswordError::password_too_common);
  EXPECT_TRUE(reset(token));
}

TEST_F(ResetPasswordTest, slows_a_network_that_asks_for_mails_without_end) {
  int refused = 0;
  for (int i = 0; i < 70; ++i) refused += forgot("p" + std::to_string(i) + "@example.com", abroad) ? 0 : 1;
  EXPECT_GT(refused, 0);
}

TEST_F(ResetPasswordTest, verifies_an_address_once) {
  people_.users.at(ana_).person.verified = false;
  VerifyEmail verify(links_, key_, clock_, random_);
  const auto token = link(ana_, LinkPurpose::verify_email);
  EXPECT_TRUE(testing::run(verify(token, home)));
  EXPECT_TRUE(people_.users.at(ana_).person.verified);
  EXPECT_FALSE(testing::run(verify(token, home)));
  EXPECT_FALSE(testing::run(verify(link(ana_, LinkPurpose::reset_password), home)));
}

}  // namespace
}  // namespace mrbill::auth
