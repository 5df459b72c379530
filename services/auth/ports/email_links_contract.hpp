// What every EmailLinks promises. A rig gives io(), links(), accounts(), sessions(), now(), new_id(),
// person() (a new one whose address is not verified), lock(user), link_to(person, purpose) (the hash of a
// link's token), open_session(person), mails_to(address, kind).
#pragma once

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "domain/mail_text.hpp"
#include "ports/accounts.hpp"
#include "ports/email_links.hpp"
#include "ports/sessions.hpp"

namespace mrbill::auth {

template <class Rig>
class EmailLinksContract : public ::testing::Test {
 protected:
  std::optional<EmailLink> find(const Sha256& hash, LinkPurpose purpose) {
    return testing::run(rig_.io(), rig_.links().find(hash, purpose));
  }
  EmailLink link_to(const SignUp& person, LinkPurpose purpose) {
    return find(rig_.link_to(person, purpose), purpose).value();
  }
  bool verify(const EmailLink& link) {
    return testing::run(rig_.io(), rig_.links().verify_email(link, network, rig_.now()));
  }
  bool reset(const EmailLink& link) {
    const PasswordReset order{link, "another hash", network, LinkId{rig_.new_id()}, rig_.now()};
    return testing::run(rig_.io(), rig_.links().reset_password(order));
  }
  Login login(const SignUp& person, NetworkMark from) {
    return testing::run(rig_.io(), rig_.accounts().find_login(person.email, from)).value();
  }
  Person known(const SignUp& person) {
    return testing::run(rig_.io(), rig_.accounts().find(person.user)).value();
  }

  static constexpr NetworkMark network{7};
  static constexpr NetworkMark elsewhere{8};
  Rig rig_;
};
TYPED_TEST_SUITE_P(EmailLinksContract);

TYPED_TEST_P(EmailLinksContract, finds_a_link_for_its_purpose_only) {
  const auto ana = this->rig_.person();
  const auto hash = this->rig_.link_to(ana, LinkPurpose::verify_email);
  EXPECT_EQ(this->find(hash, LinkPurpose::verify_email)->user, ana.user);
  EXPECT_FALSE(this->find(hash, LinkPurpose::reset_password));
  EXPECT_FALSE(this->find(Sha256{1}, LinkPurpose::verify_email));
}

TYPED_TEST_P(EmailLinksContract, verifies_once) {
  const auto ana = this->rig_.person();
  const auto hash = this->rig_.link_to(ana, LinkPurpose::verify_email);
  const auto link = *this->find(hash, LinkPurpose::verify_email);
  EXPECT_TRUE(link.usable(this->rig_.now()));
  EXPECT_TRUE(this->verify(link));
  EXPECT_TRUE(this->login(ana, this->network).known_network);
  EXPECT_FALSE(this->login(ana, this->elsewhere).known_network);
  EXPECT_TRUE(this->known(ana).verified);
  EXPECT_FALSE(this->verify(link));
  EXPECT_FALSE(this->find(hash, LinkPurpose::verify_email)->usable(this->rig_.now()));
}

TYPED_TEST_P(EmailLinksContract, gives_whom_it_verifies_another_version) {
  const auto ana = this->rig_.person();
  const auto before = this->known(ana).version;
  ASSERT_TRUE(this->verify(this->link_to(ana, LinkPurpose::verify_email)));
  const auto verified = this->known(ana).version;
  EXPECT_GT(verified, before);
  ASSERT_TRUE(this->reset(this->link_to(ana, LinkPurpose::reset_password)));
  EXPECT_GT(this->known(ana).version, verified);
}

TYPED_TEST_P(EmailLinksContract, resets_once_and_uses_up_every_other_reset_link) {
  const auto ana = this->rig_.person();
  const auto bea = this->rig_.person();
  const auto first = this->link_to(ana, LinkPurpose::reset_password);
  const auto second = this->link_to(ana, LinkPurpose::reset_password);
  const auto beas = this->link_to(bea, LinkPurpose::reset_password);
  const auto proof = this->link_to(ana, LinkPurpose::verify_email);
  EXPECT_TRUE(this->reset(first));
  EXPECT_FALSE(this->reset(first));
  EXPECT_FALSE(this->reset(second));
  EXPECT_TRUE(this->verify(proof));
  EXPECT_TRUE(this->reset(beas));
}

TYPED_TEST_P(EmailLinksContract, ends_every_session_when_the_password_is_reset) {
  const auto ana = this->rig_.person();
  const auto bea = this->rig_.person();
  const auto hers = this->rig_.open_session(ana);
  const auto others = this->rig_.open_session(bea);
  ASSERT_TRUE(this->reset(this->link_to(ana, LinkPurpose::reset_password)));
  auto& sessions = this->rig_.sessions();
  EXPECT_FALSE(testing::run(this->rig_.io(), sessions.close(ana.user, hers.session, this->rig_.now())));
  EXPECT_TRUE(testing::run(this->rig_.io(), sessions.close(bea.user, others.session, this->rig_.now())));
}

TYPED_TEST_P(EmailLinksContract, makes_the_resetting_person_known_unlocked_and_verified) {
  const auto ana = this->rig_.person();
  this->rig_.lock(ana.user);
  ASSERT_TRUE(this->login(ana, this->network).locked);
  ASSERT_TRUE(this->reset(this->link_to(ana, LinkPurpose::reset_password)));
  const auto login = this->login(ana, this->network);
  EXPECT_EQ(login.password_hash, "another hash");
  EXPECT_FALSE(login.locked);
  EXPECT_TRUE(login.verified);
  EXPECT_TRUE(login.known_network);
  EXPECT_EQ(this->rig_.mails_to(ana.email, MailKind::password_changed), 1);
}

TYPED_TEST_P(EmailLinksContract, asks_for_a_mail_to_any_address_alike) {
  const auto unknown = this->rig_.new_address();
  const LinkId mail{this->rig_.new_id()};
  testing::run(this->rig_.io(),
               this->rig_.links().request(mail, LinkPurpose::reset_password, unknown, this->rig_.now()));
  EXPECT_EQ(this->rig_.mails_to(unknown, MailKind::reset_password), 1);
}

REGISTER_TYPED_TEST_SUITE_P(EmailLinksContract, finds_a_link_for_its_purpose_only, verifies_once,
                            gives_whom_it_verifies_another_version,
                            resets_once_and_uses_up_every_other_reset_link,
                            ends_every_session_when_the_password_is_reset,
                            makes_the_resetting_person_known_unlocked_and_verified,
                            asks_for_a_mail_to_any_address_alike);

}  // namespace mrbill::auth
