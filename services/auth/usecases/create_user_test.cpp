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

TEST_F(CreateUserTest, tells_that_an_address_is_taken_in_any_spelling) {
  ASSERT_TRUE(sign_up("ana@example.com"));
  EXPECT_EQ(sign_up("ANA@example.com").error().code, Code::email_taken);
}

TEST_F(CreateUserTest, gives_the_first_answer_again_under_the_same_key) {
  const AnswerKey key{std::nullopt, std::nullopt, "createUser", sha256("key"), sha256("request")};
  const auto first = sign_up("ana@example.com", key);
  EXPECT_EQ(sign_up("ana@example.com", key).value(), first.value());
  EXPECT_EQ(people_.users.size(), 1U);
}

TEST_F(CreateUserTest, refuses_a_key_that_was_used_for_another_request) {
  ASSERT_TRUE(sign_up("ana@example.com", AnswerKey{{}, {}, "createUser", sha256("key"), sha256("request")}));
  const AnswerKey other{{}, {}, "createUser", sha256("key"), sha256("another")};
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
