#include "usecases/deliver_mail.hpp"

#include <map>
#include <set>

#include "usecases/usecase_fixture.hpp"

namespace mrbill::auth {
namespace {

class MemoryMailQueue final : public MailQueue {
 public:
  Task<std::vector<QueuedMail>> take(Timestamp now, int) override {
    std::vector<QueuedMail> due;
    for (const auto& mail : mails) {
      if (!postponed.contains(mail.id) || postponed.at(mail.id) <= now) due.push_back(mail);
    }
    co_return due;
  }
  Task<std::optional<Addressee>> addressee(EmailAddress email) override {
    const auto found = people.find(email.text());
    if (found == people.end()) co_return std::nullopt;
    co_return found->second;
  }
  Task<std::optional<Invited>> invited(InvitationId, Timestamp) override { co_return invitation; }
  Task<> add_link(NewLink link) override {
    added.push_back(link);
    co_return;
  }
  Task<std::optional<Timestamp>> admit(QueuedMail mail, Allowance allowance, Timestamp now) override {
    auto& tally = tallies[{mail.recipient.text(), mail.kind}];
    if (admitted.contains(mail.id)) co_return std::nullopt;
    if (const auto until = next_mail(tally, allowance, now)) co_return until;
    tally = raised(tally, allowance.each, now);
    admitted.insert(mail.id);
    co_return std::nullopt;
  }
  Task<> postpone(LinkId id, Timestamp until) override {
    postponed[id] = until;
    co_return;
  }
  Task<> done(LinkId id) override {
    std::erase_if(mails, [&](const auto& mail) { return mail.id == id; });
    co_return;
  }
  std::vector<QueuedMail> mails;
  std::map<std::string, Addressee> people;
  std::optional<Invited> invitation;
  std::vector<NewLink> added;
  std::map<std::pair<std::string, MailKind>, Tally> tallies;
  std::set<LinkId> admitted;
  std::map<LinkId, Timestamp> postponed;
};

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
  MemoryMailQueue queue_;
  FakeMailer mailer_;
  DeliverMail deliver_{queue_, mailer_, link_tokens_, "https://mrbill.test", clock_};
};

TEST_F(DeliverMailTest, mails_a_link_whose_token_is_stored_as_a_hash) {
  queue_.people["ana@example.com"] = {UserId{}, "Ana", "en", false};
  queue(MailKind::verify_email);
  EXPECT_EQ(run(), 1);
  ASSERT_EQ(mailer_.delivered.size(), 1U);
  const auto token =
      link_tokens_.derive(LinkPurpose::verify_email, mailer_.delivered.front().id.uuid).reveal();
  EXPECT_NE(mailer_.delivered.front().text.find(
                "\nhttps://mrbill.test/api/v1/auth/verify-email?token=" + token + "\n"),
            std::string::npos);
  ASSERT_EQ(queue_.added.size(), 1U);
  EXPECT_EQ(queue_.added.front().token_hash, sha256(token));
  EXPECT_EQ(queue_.added.front().expires_at, clock_.now() + std::chrono::hours(24));
  EXPECT_TRUE(queue_.mails.empty());
}

TEST_F(DeliverMailTest, drops_mails_to_unknown_and_to_verified_people) {
  queue_.people["ana@example.com"] = {UserId{}, "Ana", "en", true};
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
  EXPECT_NE(mailer_.delivered.front().text.find("/api/v1/auth/accept-invitation?token="), std::string::npos);
  queue_.invitation.reset();
  queue(MailKind::invitation);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
}

TEST_F(DeliverMailTest, invites_who_has_an_account_in_their_own_language) {
  queue_.people["ana@example.com"] = {UserId{}, "Ana Souza", "pt-BR", true};
  queue_.invitation = Invited{"Harbour Lane", "Maya", "en"};
  queue(MailKind::invitation);
  queue(MailKind::invitation, "new@example.com");
  run();
  ASSERT_EQ(mailer_.delivered.size(), 2U);
  EXPECT_TRUE(mailer_.delivered[0].text.starts_with("Ol\u00e1, Ana!")) << mailer_.delivered[0].text;
  EXPECT_TRUE(mailer_.delivered[1].text.starts_with("Hello,")) << mailer_.delivered[1].text;
}

TEST_F(DeliverMailTest, mails_a_new_password_whatever_other_mails_were_asked_for) {
  queue_.people["ana@example.com"] = {UserId{}, "Ana", "en", false};
  for (int i = 0; i < 50; ++i) queue(MailKind::verify_email);
  run();
  const auto before = mailer_.delivered.size();
  EXPECT_EQ(before, 3U);
  queue(MailKind::reset_password);
  run();
  EXPECT_EQ(mailer_.delivered.size(), before + 1);
}

TEST_F(DeliverMailTest, counts_only_mails_that_somebody_gets) {
  queue_.people["ana@example.com"] = {UserId{}, "Ana", "en", true};
  for (int i = 0; i < 50; ++i) queue(MailKind::verify_email);
  run();
  queue_.people["ana@example.com"].verified = false;
  queue(MailKind::verify_email);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
}

TEST_F(DeliverMailTest, mails_the_first_new_password_of_an_hour) {
  queue_.people["ana@example.com"] = {UserId{}, "Ana", "en", true};
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
  queue_.people["ana@example.com"] = {UserId{}, "Ana", "en", false};
  queue(MailKind::reset_password);
  mailer_.broken = true;
  for (int i = 0; i < 10; ++i) EXPECT_ANY_THROW(run());
  mailer_.broken = false;
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
  for (int i = 0; i < 5; ++i) queue(MailKind::reset_password);
  run();
  EXPECT_EQ(mailer_.delivered.size(), 3U);
}

TEST_F(DeliverMailTest, keeps_a_mail_that_could_not_be_delivered) {
  queue_.people["ana@example.com"] = {UserId{}, "Ana", "en", false};
  queue(MailKind::password_changed);
  mailer_.broken = true;
  EXPECT_ANY_THROW(run());
  EXPECT_EQ(queue_.mails.size(), 1U);
  mailer_.broken = false;
  run();
  EXPECT_EQ(mailer_.delivered.size(), 1U);
}

}  // namespace
}  // namespace mrbill::auth
