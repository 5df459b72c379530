#include "domain/mail_text.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

constexpr MailFacts facts{"pt-BR", "Ana Souza", "Rui Lima", "Souza Labs", "https://mrbill.test/x?token=t"};

TEST(MailText, holds_name_and_link) {
  for (const auto kind : {MailKind::verify_email, MailKind::reset_password, MailKind::invitation}) {
    const auto mail = mail_text(kind, facts);
    EXPECT_NE(mail.text.find("Ana Souza"), std::string::npos);
    EXPECT_NE(mail.text.find("\nhttps://mrbill.test/x?token=t\n"), std::string::npos);
    EXPECT_FALSE(mail.subject.empty());
  }
}

TEST(MailText, speaks_the_readers_language) {
  EXPECT_NE(mail_text(MailKind::verify_email, facts).text.find("confirme"), std::string::npos);
  auto english = facts;
  english.locale = "de-CH";
  EXPECT_NE(mail_text(MailKind::verify_email, english).text.find("please confirm"), std::string::npos);
}

TEST(MailText, of_an_invitation_names_who_and_where) {
  EXPECT_EQ(mail_text(MailKind::invitation, facts).subject, "Rui Lima convida voc\u00ea para Souza Labs");
}

TEST(MailText, of_something_ready_names_it) {
  auto ready = facts;
  ready.title = "Meu ano";
  const auto mail = mail_text(MailKind::content_ready, ready);
  EXPECT_EQ(mail.subject, "Pronto: Meu ano");
  EXPECT_NE(mail.text.find("Meu ano"), std::string::npos);
  EXPECT_NE(mail.text.find(facts.link), std::string::npos);
}

TEST(MailText, has_a_kind_for_every_name) {
  for (const auto kind : {MailKind::verify_email, MailKind::reset_password, MailKind::invitation,
                          MailKind::password_changed, MailKind::content_ready}) {
    EXPECT_EQ(parse_mail_kind(to_string(kind)), kind);
  }
  EXPECT_EQ(parse_mail_kind("spam"), std::nullopt);
}

}  // namespace
}  // namespace mrbill::auth
