#include "usecases/deliver_mail.hpp"

#include "adapters/memory/memory_mail_queue.hpp"
#include "usecases/usecase_fixture.hpp"

namespace mrbill::auth {
namespace {

class DeliverMailTest : public UseCaseFixture {
 protected:
  void queue(MailKind kind, const std::string& email = "ana@example.com") {
    queue_.mails.push_back({.id = LinkId{new_uuid(clock_, random_)},
                            .kind = kind,
                            .recipient = *EmailAddress::parse(email),
                            .invitation = InvitationId{new_uuid(clock_, random_)},
                            .created_at = clock_.now()});
  }
  std::int64_t run() { return testing::run(deliver_()); }
  // Whose address it is.
  Person& known(std::string full_name, std::string locale, bool verified) {
    const UserId user{new_uuid(clock_, random_)};
    auto& person = people_.users[user].person;
    person = {.id = user,
              .email = *EmailAddress::parse("ana@example.com"),
              .full_name = std::move(full_name),
              .locale = std::move(locale),
              .time_zone = "UTC",
              .verified = verified,
              .created_at = {},
              .updated_at = {},
              .last_login_at = {}};
    return person;
  }
  MemoryMailQueue queue_{people_};
  FakeMailer mailer_;
  DeliverMail deliver_{queue_, mailer_, link_tokens_, "https://mrbill.test", clock_};
};

TEST_F(DeliverMailTest, mails_a_link_whose_token_is_stored_as_a_hash) {
  known("Ana", "en", false);
  queue(MailKind::verify_email);
  EXPECT_EQ(run(), 1);
  ASSERT_EQ(mailer_.delivered.size(), 1U);
  const auto token =
      link_tokens_.derive(LinkPurpose::verify_email, mailer_.delivered.front().id.uuid).reveal();
  EXPECT_NE(mailer_.delivered.front().text.find("\nhttps://mrbill.test/verify-email#token=" + token + "\n"),
            std::string::npos);
  ASSERT_EQ(queue_.added.size(), 1U);
  EXPECT_EQ(queue_.added.front().token_hash, sha256(token));
  EXPECT_EQ(queue_.added.front().expires_at, clock_.now() + std::chrono::hours(24));
  EXPECT_TRUE(queue_.mails.empty());
}

TEST_F(DeliverMailTest, drops_mails_to_unknown_and_to_verified_people) {
  known("Ana", "en", true);
  queue(MailKind::verify_email);
  queue(MailKind::reset_password, "nobody@example.com");
  EXPECT_EQ(run(), 2);
  EXPECT_TRUE(mailer_.delivered.empty());
  EXPECT_TRUE(queue_.mails.empty());
}

TEST_F(DeliverMailTest, writes_an_invitation_while_it_is_open) {
  queue(MailKind::invitation);
  queue_.invitation = Invited{"Souza Labs", "Ana", "en"};
  run();
  ASSERT_EQ(mailer_.delivered.size(), 1U);
  EXPECT_NE(mailer_.delivered.front().text.find("\nhttps://mrbill.test/join#token="), std::string::npos);
  queue_.invitation.reset();
  queue(MailKind::invitation);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
}

TEST_F(DeliverMailTest, invites_who_has_an_account_in_their_own_language) {
  known("Ana Souza", "pt-BR", true);
  queue_.invitation = Invited{"Harbour Lane", "Maya", "en"};
  queue(MailKind::invitation);
  queue(MailKind::invitation, "new@example.com");
  run();
  ASSERT_EQ(mailer_.delivered.size(), 2U);
  EXPECT_TRUE(mailer_.delivered[0].text.starts_with("Ol\u00e1, Ana!")) << mailer_.delivered[0].text;
  EXPECT_TRUE(mailer_.delivered[1].text.starts_with("Hello,")) << mailer_.delivered[1].text;
}

TEST_F(DeliverMailTest, mails_a_new_password_whatever_other_mails_were_asked_for) {
  known("Ana", "en", false);
  for (int i = 0; i < 50; ++i) queue(MailKind::verify_email);
  run();
  const auto before = mailer_.delivered.size();
  EXPECT_EQ(before, 3U);
  queue(MailKind::reset_password);
  run();
  EXPECT_EQ(mailer_.delivered.size(), before + 1);
}

TEST_F(DeliverMailTest, counts_only_mails_that_somebody_gets) {
  auto& ana = known("Ana", "en", true);
  for (int i = 0; i < 50; ++i) queue(MailKind::verify_email);
  run();
  ana.verified = false;
  queue(MailKind::verify_email);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
}

TEST_F(DeliverMailTest, mails_the_first_new_password_of_an_hour) {
  known("Ana", "en", true);
  for (int i = 0; i < 50; ++i) queue(MailKind::reset_password);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 3U);
  EXPECT_EQ(queue_.added.size(), 3U);
  EXPECT_TRUE(queue_.mails.empty());
  clock_.advance(std::chrono::hours(1));
  queue(MailKind::reset_password);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 4U);
}

TEST_F(DeliverMailTest, sends_invitations_beyond_the_allowance_later_and_only_those_still_open) {
  queue_.invitation = Invited{"Souza Labs", "Ana", "en"};
  for (int i = 0; i < 40; ++i) queue(MailKind::invitation);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 5U);
  EXPECT_EQ(queue_.mails.size(), 35U);
  clock_.advance(std::chrono::hours(1));
  run();
  EXPECT_EQ(mailer_.delivered.size(), 6U);
  queue_.invitation.reset();  // withdrawn
  clock_.advance(std::chrono::hours(2));
  run();
  EXPECT_EQ(mailer_.delivered.size(), 6U);
  EXPECT_TRUE(queue_.mails.empty());
}

TEST_F(DeliverMailTest, counts_a_mail_once_however_often_it_is_tried) {
  known("Ana", "en", false);
  queue(MailKind::reset_password);
  mailer_.broken = true;
  for (const int held : {5, 10, 20, 40, 80}) {
    EXPECT_ANY_THROW(run());
    clock_.advance(std::chrono::seconds(held));
  }
  mailer_.broken = false;
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
  for (int i = 0; i < 5; ++i) queue(MailKind::reset_password);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 3U);
}

TEST_F(DeliverMailTest, keeps_a_mail_that_could_not_be_delivered) {
  known("Ana", "en", false);
  queue(MailKind::password_changed);
  mailer_.broken = true;
  EXPECT_ANY_THROW(run());
  EXPECT_EQ(queue_.mails.size(), 1U);
  mailer_.broken = false;
  run();
  EXPECT_TRUE(mailer_.delivered.empty()) << "it is held for a while";
  clock_.advance(std::chrono::seconds(5));
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
}

}  // namespace
}  // namespace mrbill::auth
