// What every MailQueue promises. A rig gives io(), queue() (empty), links(), person() (a new one), new_id(),
// new_address(), now(), and add(kind, address): a mail that is due, by its id.
#pragma once

#include <algorithm>

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "ports/accounts.hpp"
#include "ports/email_links.hpp"
#include "ports/mail_queue.hpp"

namespace mrbill::auth {

using namespace std::chrono_literals;

template <class Rig>
class MailQueueContract : public ::testing::Test {
 protected:
  LinkId add() { return rig_.add(MailKind::reset_password, rig_.new_address()); }
  std::vector<QueuedMail> take(Timestamp now, int max = 10) {
    return testing::run(rig_.io(), rig_.queue().take(now, max));
  }
  std::optional<Timestamp> admit(const QueuedMail& mail, Timestamp at) {
    constexpr Allowance two{2, 10min, Beyond::wait};
    return testing::run(rig_.io(), rig_.queue().admit(mail, two, at));
  }

  Rig rig_;
};
TYPED_TEST_SUITE_P(MailQueueContract);

TYPED_TEST_P(MailQueueContract, hands_a_mail_out_once_until_its_time_is_over) {
  const auto id = this->add();
  const auto now = this->rig_.now();
  const auto first = this->take(now);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first.front().id, id);
  EXPECT_EQ(first.front().attempts, 1);
  EXPECT_TRUE(this->take(now + 4s).empty());
  const auto again = this->take(now + 6s);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again.front().attempts, 2);
}

TYPED_TEST_P(MailQueueContract, holds_a_mail_longer_with_every_attempt_an_hour_at_most) {
  this->add();
  auto at = this->rig_.now();
  for (const auto held : {5s, 10s, 20s, 40s}) {
    ASSERT_EQ(this->take(at).size(), 1U);
    EXPECT_TRUE(this->take(at + held - 1s).empty());
    at += held;
  }
  for (int i = 0; i < 10; ++i) {
    ASSERT_EQ(this->take(at).size(), 1U);
    at += 1h;
  }
}

TYPED_TEST_P(MailQueueContract, hands_out_as_many_as_it_is_asked_for) {
  for (int i = 0; i < 3; ++i) this->add();
  const auto now = this->rig_.now();
  EXPECT_EQ(this->take(now, 2).size(), 2U);
  EXPECT_EQ(this->take(now, 2).size(), 1U);
}

TYPED_TEST_P(MailQueueContract, forgets_what_is_done) {
  const auto id = this->add();
  testing::run(this->rig_.io(), this->rig_.queue().done(id));
  EXPECT_TRUE(this->take(this->rig_.now() + 1h).empty());
}

TYPED_TEST_P(MailQueueContract, postpones_and_begins_to_count_attempts_anew) {
  const auto id = this->add();
  const auto now = this->rig_.now();
  ASSERT_EQ(this->take(now).size(), 1U);
  testing::run(this->rig_.io(), this->rig_.queue().postpone(id, now + 30min));
  EXPECT_TRUE(this->take(now + 29min).empty());
  const auto again = this->take(now + 30min);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again.front().attempts, 1);
}

TYPED_TEST_P(MailQueueContract, finds_the_addressee_if_there_is_one) {
  const auto ana = this->rig_.person();
  const auto found = testing::run(this->rig_.io(), this->rig_.queue().addressee(ana.email));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->user, ana.user);
  EXPECT_EQ(found->full_name, ana.full_name);
  EXPECT_FALSE(testing::run(this->rig_.io(), this->rig_.queue().addressee(this->rig_.new_address())));
}

TYPED_TEST_P(MailQueueContract, adds_the_same_link_again_without_harm) {
  const auto ana = this->rig_.person();
  const auto now = this->rig_.now();
  const NewLink link{LinkId{this->rig_.new_id()},
                     ana.user,
                     LinkPurpose::verify_email,
                     sha256(this->rig_.new_id().to_string()),
                     now,
                     now + 1h};
  for (int i = 0; i < 2; ++i) testing::run(this->rig_.io(), this->rig_.queue().add_link(link));
  const auto found = testing::run(this->rig_.io(), this->rig_.links().find(link.token_hash, link.purpose));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, link.id);
  EXPECT_EQ(found->user, ana.user);
}

TYPED_TEST_P(MailQueueContract, counts_the_mails_of_an_address_and_kind_once_each) {
  const auto address = this->rig_.new_address();
  for (int i = 0; i < 3; ++i) this->rig_.add(MailKind::reset_password, address);
  const auto now = this->rig_.now();
  const auto mails = this->take(now);
  ASSERT_EQ(mails.size(), 3U);
  EXPECT_EQ(this->admit(mails[0], now), std::nullopt);
  EXPECT_EQ(this->admit(mails[0], now), std::nullopt);
  EXPECT_EQ(this->admit(mails[1], now), std::nullopt);
  EXPECT_EQ(this->admit(mails[2], now + 1min), now + 10min);
  EXPECT_EQ(this->admit(mails[2], now + 10min), std::nullopt);
  const auto id = this->rig_.add(MailKind::verify_email, address);
  const auto later = this->take(now + 1h);
  const auto other_kind = std::ranges::find(later, id, &QueuedMail::id);
  ASSERT_NE(other_kind, later.end());
  EXPECT_EQ(this->admit(*other_kind, now), std::nullopt);
}

REGISTER_TYPED_TEST_SUITE_P(MailQueueContract, hands_a_mail_out_once_until_its_time_is_over,
                            holds_a_mail_longer_with_every_attempt_an_hour_at_most,
                            hands_out_as_many_as_it_is_asked_for, forgets_what_is_done,
                            postpones_and_begins_to_count_attempts_anew, finds_the_addressee_if_there_is_one,
                            adds_the_same_link_again_without_harm,
                            counts_the_mails_of_an_address_and_kind_once_each);

}  // namespace mrbill::auth
