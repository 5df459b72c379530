// What every Accounts must do, with the Creations beside it. A rig gives io(), accounts(), creations().
#pragma once

#include <algorithm>

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/accounts.hpp"
#include "ports/creations.hpp"

namespace mrbill::auth {

template <class Rig>
class AccountsContract : public ::testing::Test {
 protected:
  static constexpr Timestamp moment{std::chrono::seconds(1'800'000'000)};

  SignUp sign_up(const std::string& name) {
    ++count_;
    return {.user = UserId{id("user")},
            .tenant = TenantId{id("tenant")},
            .email = *EmailAddress::parse(name + "@" + unique_ + ".example"),
            .password_hash = "a hash",
            .full_name = "Ana Souza",
            .company_name = "Souza Labs",
            .preferences = {"pt-BR", "America/Sao_Paulo"},
            .at = moment,
            .mail = LinkId{id("mail")},
            .key = std::nullopt,
            .traceparent = ""};
  }
  Result<Created, SignUpRefusal> add(SignUp sign_up) {
    return testing::run(rig_.io(), rig_.accounts().add(std::move(sign_up)));
  }
  std::optional<Login> find_login(EmailAddress email, NetworkMark network = {}) {
    return testing::run(rig_.io(), rig_.accounts().find_login(std::move(email), network));
  }
  Result<std::optional<Created>, KeyConflict> find_created(IdempotencyKey key, Timestamp now = moment) {
    return testing::run(rig_.io(), rig_.creations().find(std::nullopt, std::move(key), now));
  }
  [[nodiscard]] Uuid id(const std::string& what) const {
    Uuid out;
    const auto digest = sha256(unique_ + what + std::to_string(count_));
    std::copy_n(digest.begin(), out.bytes.size(), out.bytes.begin());
    return out;
  }
  [[nodiscard]] IdempotencyKey key(const std::string& key, const std::string& request) const {
    return {"createUser", unique_ + key, sha256(request)};
  }

  Rig rig_;
  int count_ = 0;
  std::string unique_ = [] {
    std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ranges::replace(name, '_', '-');
    return name.substr(0, 60);
  }();
};
TYPED_TEST_SUITE_P(AccountsContract);

TYPED_TEST_P(AccountsContract, finds_what_a_password_is_checked_against) {
  const auto ana = this->sign_up("ana");
  ASSERT_TRUE(this->add(ana));
  const auto login = this->find_login(ana.email);
  ASSERT_TRUE(login);
  EXPECT_EQ(login->user, ana.user);
  EXPECT_EQ(login->password_hash, "a hash");
  EXPECT_EQ(login->password_changed_at, ana.at);
  EXPECT_FALSE(login->verified);
  EXPECT_FALSE(login->locked);
  EXPECT_FALSE(login->known_network);
  EXPECT_FALSE(this->find_login(*EmailAddress::parse("nobody@example.com")));
}

TYPED_TEST_P(AccountsContract, takes_an_address_once) {
  const auto first = this->sign_up("ana");
  auto second = this->sign_up("ana");
  ASSERT_TRUE(this->add(first));
  EXPECT_EQ(this->add(second).error(), SignUpRefusal::email_taken);
  EXPECT_EQ(this->find_login(first.email)->user, first.user);
}

TYPED_TEST_P(AccountsContract, gives_the_person_to_themselves) {
  const auto ana = this->sign_up("ana");
  ASSERT_TRUE(this->add(ana));
  const auto person = testing::run(this->rig_.io(), this->rig_.accounts().find(ana.user));
  ASSERT_TRUE(person);
  EXPECT_EQ(person->email, ana.email);
  EXPECT_EQ(person->full_name, "Ana Souza");
  EXPECT_EQ(person->created_at, ana.at);
  EXPECT_EQ(person->version, 1);
  EXPECT_FALSE(person->last_login_at);
}

TYPED_TEST_P(AccountsContract, changes_only_the_version_last_seen) {
  const auto ana = this->sign_up("ana");
  ASSERT_TRUE(this->add(ana));
  const Caller caller{ana.user, ana.tenant, Role::owner, {}, ""};
  auto& accounts = this->rig_.accounts();
  const PersonChange change{std::nullopt, "en", std::nullopt};
  const ExpectedVersion seen{.versions = {7, 1}};
  const auto changed = testing::run(this->rig_.io(), accounts.update(caller, change, seen, ana.at));
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->locale, "en");
  EXPECT_EQ(changed->full_name, "Ana Souza");
  EXPECT_EQ(changed->version, 2);
  EXPECT_EQ(testing::run(this->rig_.io(), accounts.update(caller, change, seen, ana.at)).error(),
            UpdateRefusal::stale);
  EXPECT_TRUE(testing::run(this->rig_.io(), accounts.update(caller, change, any_version, ana.at)));
}

TYPED_TEST_P(AccountsContract, remembers_under_its_key_what_was_created) {
  const auto key = this->key("key", "request");
  EXPECT_FALSE(this->find_created(key).value());
  auto ana = this->sign_up("ana");
  ana.key = key;
  const auto created = this->add(ana);
  ASSERT_TRUE(created);
  EXPECT_EQ(created->id, ana.user.uuid);
  EXPECT_FALSE(created->repeated);
  const auto known = this->find_created(key).value();
  ASSERT_TRUE(known);
  EXPECT_EQ(known->id, ana.user.uuid);
  EXPECT_EQ(known->at, ana.at);
  EXPECT_TRUE(known->repeated);
  EXPECT_EQ(this->find_created(this->key("key", "another")).error(), KeyConflict::reused);
}

TYPED_TEST_P(AccountsContract, makes_nothing_twice_under_one_key) {
  auto first = this->sign_up("ana");
  auto second = this->sign_up("bea");
  first.key = second.key = this->key("key", "request");
  ASSERT_TRUE(this->add(first));
  const auto again = this->add(second);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->id, first.user.uuid);
  EXPECT_FALSE(this->find_login(second.email));
  second.key = this->key("key", "another");
  EXPECT_EQ(this->add(second).error(), SignUpRefusal::idempotency_key_reused);
}

TYPED_TEST_P(AccountsContract, remembers_nothing_of_what_failed) {
  ASSERT_TRUE(this->add(this->sign_up("ana")));
  auto again = this->sign_up("ana");
  again.key = this->key("key", "request");
  EXPECT_EQ(this->add(again).error(), SignUpRefusal::email_taken);
  EXPECT_FALSE(this->find_created(*again.key).value());
}

TYPED_TEST_P(AccountsContract, forgets_a_key_after_a_day) {
  auto ana = this->sign_up("ana");
  ana.key = this->key("key", "request");
  ASSERT_TRUE(this->add(ana));
  EXPECT_TRUE(
      this->find_created(*ana.key, ana.at + std::chrono::hours(24) - std::chrono::seconds(1)).value());
  EXPECT_FALSE(this->find_created(*ana.key, ana.at + std::chrono::hours(24)).value());
  auto bea = this->sign_up("bea");
  bea.key = this->key("key", "another");
  bea.at = ana.at + std::chrono::hours(24);
  EXPECT_FALSE(this->add(bea)->repeated);
  EXPECT_EQ(this->find_created(*bea.key, bea.at).value()->id, bea.user.uuid);
}

REGISTER_TYPED_TEST_SUITE_P(AccountsContract, finds_what_a_password_is_checked_against, takes_an_address_once,
                            gives_the_person_to_themselves, changes_only_the_version_last_seen,
                            remembers_under_its_key_what_was_created, makes_nothing_twice_under_one_key,
                            remembers_nothing_of_what_failed, forgets_a_key_after_a_day);

}  // namespace mrbill::auth
