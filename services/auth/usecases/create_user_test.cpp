#include "usecases/create_user.hpp"

#include "usecases/usecase_fixture.hpp"

namespace mrbill::auth {
namespace {

using Code = CreateUserError::Code;

class CreateUserTest : public UseCaseFixture {};

TEST_F(CreateUserTest, makes_the_founder_owner_and_mails_a_link) {
  const auto user = *UserId::parse(sign_up("Ana@Example.com").value());
  EXPECT_EQ(people_.users.at(user).person.email.text(), "ana@example.com");
  EXPECT_EQ(people_.users.at(user).person.full_name, "Ana");
  EXPECT_FALSE(people_.users.at(user).person.verified);
  ASSERT_EQ(people_.memberships.size(), 1U);
  EXPECT_EQ(people_.memberships.begin()->second, Role::owner);
  ASSERT_EQ(people_.mails.size(), 1U);
  EXPECT_EQ(people_.mails.front().kind, MailKind::verify_email);
}

TEST_F(CreateUserTest, keeps_language_and_zone_from_the_first_moment) {
  const auto user = *UserId::parse(sign_up("ana@example.com").value());
  EXPECT_EQ(people_.users.at(user).person.locale, "pt-BR");
  EXPECT_EQ(people_.users.at(user).person.time_zone, "America/Sao_Paulo");
}

TEST_F(CreateUserTest, tells_that_an_address_is_taken_in_any_spelling) {
  ASSERT_TRUE(sign_up("ana@example.com"));
  EXPECT_EQ(sign_up("ANA@example.com").error().code, Code::email_taken);
}

TEST_F(CreateUserTest, gives_the_first_answer_again_under_the_same_key) {
  const IdempotencyKey key{"createUser", "key", sha256("request")};
  const auto first = sign_up("ana@example.com", key);
  EXPECT_EQ(sign_up("ana@example.com", key).value(), first.value());
  EXPECT_EQ(people_.users.size(), 1U);
}

TEST_F(CreateUserTest, refuses_a_key_that_was_used_for_another_request) {
  ASSERT_TRUE(sign_up("ana@example.com", IdempotencyKey{"createUser", "key", sha256("request")}));
  const IdempotencyKey other{"createUser", "key", sha256("another")};
  EXPECT_EQ(sign_up("bea@example.com", other).error().code, Code::idempotency_key_reused);
}

TEST_F(CreateUserTest, slows_a_network_that_probes_addresses) {
  ASSERT_TRUE(sign_up("ana@example.com", {}, abroad));
  Code last{};
  for (int i = 0; i < 30; ++i) last = sign_up("ana@example.com", {}, home).error().code;
  EXPECT_EQ(last, Code::too_many_requests);
  EXPECT_TRUE(sign_up("bea@example.com", {}, abroad));
}

TEST_F(CreateUserTest, slows_a_network_that_signs_up_without_end) {
  for (int i = 0; i < 11; ++i) ASSERT_TRUE(sign_up("p" + std::to_string(i) + "@example.com"));
  const auto refused = sign_up("one-more@example.com");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::too_many_requests);
  EXPECT_GT(refused.error().wait.count(), 0);
}

TEST_F(CreateUserTest, lets_a_known_device_sign_up_whatever_its_network_did) {
  person("ana@example.com");
  const auto device = log_in("ana@example.com", password)->device;
  for (int i = 0; i < 30; ++i) std::ignore = sign_up("ana@example.com");
  ASSERT_EQ(sign_up("bea@example.com").error().code, Code::too_many_requests);
  EXPECT_TRUE(sign_up("bea@example.com", {}, home, device));
}

TEST_F(CreateUserTest, slows_a_device_that_probes_addresses_whichever_of_its_persons_devices_it_says_it_is) {
  person("ana@example.com");
  Code last{};
  for (int i = 0; i < 10; ++i) {
    const auto device = log_in("ana@example.com", password)->device;
    last = sign_up("ana@example.com", {}, home, device).error().code;
  }
  EXPECT_EQ(last, Code::too_many_requests);
}

TEST_F(CreateUserTest, makes_a_network_wait_a_minute_at_most) {
  ASSERT_TRUE(sign_up("ana@example.com"));
  std::chrono::milliseconds longest{0};
  for (int i = 0; i < 100; ++i) {
    const auto refused = sign_up("ana@example.com").error();
    longest = std::max(longest, refused.wait);
    clock_.advance(refused.wait);
  }
  EXPECT_EQ(longest, std::chrono::minutes(1));
}

TEST_F(CreateUserTest, refuses_a_password_that_everybody_tries) {
  CreateUser::Command command{.email = "ana@example.com",
                              .password = "Password1234567",
                              .full_name = "Ana",
                              .company_name = "Labs",
                              .preferences = {"en", "UTC"},
                              .network = home,
                              .key = std::nullopt,
                              .traceparent = ""};
  EXPECT_EQ(testing::run(create_user_(std::move(command))).error().code, Code::password_too_common);
  EXPECT_TRUE(people_.users.empty());
}

TEST_F(CreateUserTest, refuses_when_too_many_hashes_wait) {
  hasher_.busy = true;
  EXPECT_EQ(sign_up("ana@example.com").error().code, Code::too_many_requests);
  EXPECT_TRUE(people_.users.empty());
}

TEST_F(CreateUserTest, refuses_what_is_no_address) {
  EXPECT_EQ(sign_up("ana").error().code, Code::invalid_email);
}

}  // namespace
}  // namespace mrbill::auth
