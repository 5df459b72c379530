#include "usecases/log_in.hpp"

#include "usecases/usecase_fixture.hpp"

namespace mrbill::auth {
namespace {

using Code = LogInError::Code;
using namespace std::chrono_literals;

class LogInTest : public UseCaseFixture {
 protected:
  Code code(const std::string& email, const std::string& with, const std::string& network = home) {
    const auto result = log_in(email, with, network);
    EXPECT_FALSE(result);
    return result ? Code{} : result.error().code;
  }
  void fail_often(const std::string& network, int times) {
    for (int i = 0; i < times; ++i) {
      const auto refused = log_in("ana@example.com", "a wrong long sentence", network);
      if (refused.error().code == Code::too_many_requests) clock_.advance(refused.error().wait);
    }
  }
  UserId ana_ = person("ana@example.com");
};

TEST_F(LogInTest, opens_a_session_in_the_only_company) {
  const auto signed_in = log_in("ANA@example.com", password);
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->session.user, ana_);
  EXPECT_EQ(signed_in->session.role, Role::owner);
  EXPECT_TRUE(signed_in->refresh_token);
}

TEST_F(LogInTest, costs_and_answers_the_same_for_an_unknown_person_and_a_wrong_password) {
  hasher_.runs = 0;
  EXPECT_EQ(code("ana@example.com", "a wrong long sentence"), Code::invalid_credentials);
  EXPECT_EQ(hasher_.runs, 1);
  EXPECT_EQ(code("nobody@example.com", "a wrong long sentence"), Code::invalid_credentials);
  EXPECT_EQ(hasher_.runs, 2);
  EXPECT_EQ(code("ana@example.com", "short"), Code::invalid_credentials);
  EXPECT_EQ(hasher_.runs, 3);
}

TEST_F(LogInTest, refuses_a_locked_account_even_with_the_right_password) {
  people_.users.at(ana_).locked = true;
  EXPECT_EQ(code("ana@example.com", password), Code::account_locked);
  EXPECT_EQ(code("ana@example.com", "a wrong long sentence"), Code::invalid_credentials);
}

TEST_F(LogInTest, asks_for_verification_only_after_the_right_password) {
  people_.users.at(ana_).person.verified = false;
  EXPECT_EQ(code("ana@example.com", password), Code::verification_required);
  EXPECT_EQ(code("ana@example.com", "a wrong long sentence"), Code::invalid_credentials);
}

TEST_F(LogInTest, asks_who_belongs_to_several_companies_to_name_one) {
  const auto second = join(ana_, "Zoo");
  const auto refused = log_in("ana@example.com", password);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::tenant_required);
  EXPECT_EQ(refused.error().choices.size(), 2U);
  EXPECT_EQ(log_in("ana@example.com", password, home, second)->session.role, Role::user);
}

TEST_F(LogInTest, answers_a_foreign_company_like_a_wrong_password) {
  const TenantId foreign{new_uuid(clock_, random_)};
  EXPECT_EQ(log_in("ana@example.com", password, home, foreign).error().code, Code::invalid_credentials);
}

TEST_F(LogInTest, gives_who_was_removed_from_every_company_a_session_without_one) {
  people_.memberships.clear();
  const auto signed_in = log_in("ana@example.com", password);
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->session.tenant, std::nullopt);
  EXPECT_EQ(signed_in->session.role, Role::user);
  EXPECT_EQ(code("ana@example.com", "a wrong long sentence"), Code::invalid_credentials);
}

TEST_F(LogInTest, slows_down_with_each_failure_beyond_the_free_ones) {
  for (int i = 0; i < 6; ++i)
    EXPECT_EQ(code("ana@example.com", "a wrong long sentence"), Code::invalid_credentials);
  const auto slowed = log_in("ana@example.com", password);
  ASSERT_FALSE(slowed);
  EXPECT_EQ(slowed.error().code, Code::too_many_requests);
  clock_.advance(slowed.error().wait);
  EXPECT_TRUE(log_in("ana@example.com", password));
}

TEST_F(LogInTest, slows_attempts_at_unknown_addresses_alike) {
  for (int i = 0; i < 6; ++i)
    EXPECT_EQ(code("nobody@example.com", "a wrong long sentence"), Code::invalid_credentials);
  EXPECT_EQ(code("nobody@example.com", "a wrong long sentence"), Code::too_many_requests);
}

TEST_F(LogInTest, forgets_own_failures_after_success) {
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(code("ana@example.com", "a wrong long sentence"), Code::invalid_credentials);
  ASSERT_TRUE(log_in("ana@example.com", password));
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(code("ana@example.com", "a wrong long sentence"), Code::invalid_credentials);
}

TEST_F(LogInTest, lets_the_person_in_where_they_are_known_whatever_strangers_do) {
  ASSERT_TRUE(log_in("ana@example.com", password, home));
  fail_often(abroad, 40);
  EXPECT_TRUE(log_in("ana@example.com", password, home));
}

TEST_F(LogInTest, makes_the_person_wait_a_minute_at_most_for_what_strangers_did) {
  fail_often(abroad, 40);
  const auto elsewhere = log_in("ana@example.com", password, "203.0.113.5");
  if (!elsewhere) {
    EXPECT_LE(elsewhere.error().wait, 60s);
    clock_.advance(elsewhere.error().wait);
    EXPECT_TRUE(log_in("ana@example.com", password, "203.0.113.5"));
  }
}

TEST_F(LogInTest, lets_the_person_in_on_their_device_whatever_a_neighbour_fails_at_their_address) {
  const auto device = log_in("ana@example.com", password, home)->device;
  for (int i = 0; i < 8; ++i) code("ana@example.com", "a wrong long sentence", home);
  ASSERT_EQ(code("ana@example.com", password, home), Code::too_many_requests);
  const auto signed_in = log_in("ana@example.com", password, home, {}, Transport::body, device);
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->device->id, device->id);
}

TEST_F(LogInTest, slows_failures_on_a_device_by_itself) {
  const auto device = log_in("ana@example.com", password, home)->device;
  for (int i = 0; i < 6; ++i) {
    std::ignore = log_in("ana@example.com", "a wrong long sentence", home, {}, Transport::body, device);
  }
  const auto slowed = log_in("ana@example.com", password, home, {}, Transport::body, device);
  ASSERT_FALSE(slowed);
  EXPECT_EQ(slowed.error().code, Code::too_many_requests);
  EXPECT_TRUE(log_in("ana@example.com", password, home));
}

TEST_F(LogInTest, takes_a_device_for_its_own_person_only) {
  person("bea@example.com");
  const auto of_bea = log_in("bea@example.com", password, home)->device;
  for (int i = 0; i < 8; ++i) code("ana@example.com", "a wrong long sentence", abroad);
  EXPECT_FALSE(log_in("ana@example.com", password, abroad, {}, Transport::body, of_bea));
}

TEST_F(LogInTest, makes_a_network_wait_only_for_addresses_that_are_not_known_there) {
  person("new@example.com");
  ASSERT_TRUE(log_in("ana@example.com", password, home));
  for (int i = 0; i < 107; ++i)
    code("nobody" + std::to_string(i) + "@example.com", "a wrong long sentence", home);
  EXPECT_TRUE(log_in("ana@example.com", password, home));
  const auto newcomer = log_in("new@example.com", password, home);
  ASSERT_FALSE(newcomer);
  EXPECT_LE(newcomer.error().wait, 60s);
  clock_.advance(newcomer.error().wait);
  EXPECT_TRUE(log_in("new@example.com", password, home));
}

TEST_F(LogInTest, forgets_a_bad_neighbour_within_a_quarter_of_an_hour) {
  person("new@example.com");
  for (int i = 0; i < 300; ++i) {
    const auto refused = log_in("nobody" + std::to_string(i) + "@example.com", "a wrong long sentence", home);
    if (refused.error().code == Code::too_many_requests) clock_.advance(refused.error().wait);
  }
  clock_.advance(15min);
  EXPECT_EQ(code("nobody@example.com", "a wrong long sentence", home), Code::invalid_credentials);
  EXPECT_TRUE(log_in("new@example.com", password, home));
}

TEST_F(LogInTest, refuses_when_too_many_hashes_wait) {
  hasher_.busy = true;
  EXPECT_EQ(code("ana@example.com", password), Code::too_many_requests);
}

}  // namespace
}  // namespace mrbill::auth
