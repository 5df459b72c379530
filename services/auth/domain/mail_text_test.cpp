#include "domain/mail_text.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

constexpr MailFacts facts{"pt-BR", "Ana Souza", "Rui Lima", "Souza Labs", "https://mrbill.test/x?token=t"};

constexpr auto every_kind = {MailKind::verify_email, MailKind::reset_password, MailKind::invitation,
                             MailKind::password_changed, MailKind::content_ready};

TEST(MailText, greets_by_the_first_name_and_holds_the_link) {
  for (const auto kind : {MailKind::verify_email, MailKind::reset_password, MailKind::invitation}) {
    const auto mail = mail_text(kind, facts);
    EXPECT_TRUE(mail.text.starts_with("Ol\u00e1, Ana!\n\n")) << mail.text;
    EXPECT_NE(mail.text.find("\nhttps://mrbill.test/x?token=t\n"), std::string::npos);
    EXPECT_FALSE(mail.subject.empty());
  }
}

TEST(MailText, goes_on_with_a_capital_after_the_greeting) {
  for (const auto* locale : {"pt-BR", "en"}) {
    for (const auto kind : every_kind) {
      for (const auto* reader : {"Ana Souza", ""}) {
        auto said = facts;
        said.locale = locale;
        said.reader = reader;
        const auto text = mail_text(kind, said).text;
        const auto body = text.substr(text.find("\n\n") + 2);
        EXPECT_TRUE((body.front() >= 'A' && body.front() <= 'Z') || body.starts_with("\u201c")) << text;
      }
    }
  }
}

TEST(MailText, asks_for_a_new_password_as_a_brazilian_would) {
  const auto mail = mail_text(MailKind::reset_password, facts);
  EXPECT_EQ(mail.subject, "Redefina sua senha");
  EXPECT_NE(mail.text.find("Recebemos um pedido para redefinir sua senha."), std::string::npos);
  EXPECT_NE(mail.text.find("Se n\u00e3o foi voc\u00ea, ignore este e-mail."), std::string::npos);
}

TEST(MailText, speaks_the_readers_language) {
  EXPECT_NE(mail_text(MailKind::verify_email, facts).text.find("Falta s\u00f3 confirmar"), std::string::npos);
  auto english = facts;
  english.locale = "de-CH";
  EXPECT_NE(mail_text(MailKind::verify_email, english).text.find("Please confirm"), std::string::npos);
}

TEST(MailText, of_an_invitation_names_who_and_where) {
  EXPECT_EQ(mail_text(MailKind::invitation, facts).subject,
            "\u201cRui Lima\u201d convidou voc\u00ea para participar de \u201cSouza Labs\u201d");
  auto nameless = facts;
  nameless.inviter = nameless.company = "://";
  EXPECT_EQ(mail_text(MailKind::invitation, nameless).subject,
            "Algu\u00e9m convidou voc\u00ea para participar de uma empresa");
}

TEST(MailText, of_something_ready_names_it) {
  auto ready = facts;
  ready.title = "Meu ano";
  ready.what = ReadyWhat::video;
  const auto mail = mail_text(MailKind::content_ready, ready);
  EXPECT_EQ(mail.subject, "Seu v\u00eddeo \u201cMeu ano\u201d est\u00e1 pronto");
  EXPECT_NE(mail.text.find("Seu v\u00eddeo \u201cMeu ano\u201d est\u00e1 pronto. Para assistir, baixar ou "
                           "compartilhar, acesse:\n\n"),
            std::string::npos)
      << mail.text;
  EXPECT_NE(mail.text.find(facts.link), std::string::npos);
  ready.what = ReadyWhat::report;
  ready.title = "";
  EXPECT_EQ(mail_text(MailKind::content_ready, ready).subject, "Seu relat\u00f3rio est\u00e1 pronto");
}

TEST(MailText, of_something_ready_says_what_its_page_is_for_and_no_day_on_which_it_would_end) {
  auto ready = facts;
  for (const auto& [locale, film, report] :
       {std::tuple("en", "Watch, download or share it here:", "Open or download it here:"),
        std::tuple("pt-BR",
                   "Para assistir, baixar ou compartilhar, acesse:", "Para abrir ou baixar, acesse:")}) {
    ready.locale = locale;
    for (const auto& [what, words] :
         {std::pair(ReadyWhat::video, film), std::pair(ReadyWhat::report, report)}) {
      ready.what = what;
      const auto text = mail_text(MailKind::content_ready, ready).text;
      EXPECT_NE(text.find(words), std::string::npos) << text;
      for (const auto* day : {"seven days", "sete dias"})
        EXPECT_EQ(text.find(day), std::string::npos) << text;
    }
  }
}

TEST(MailText, tells_in_every_kind_and_language_what_to_do_when_it_was_not_you) {
  for (const auto& [locale, words] :
       {std::pair("en", "gnore this mail"), std::pair("pt-BR", "gnore este e-mail")}) {
    for (const auto kind : every_kind) {
      auto said = facts;
      said.locale = locale;
      EXPECT_NE(mail_text(kind, said).text.find(words), std::string::npos)
          << locale << " " << to_string(kind);
    }
  }
}

TEST(MailText, holds_no_link_but_our_own) {
  constexpr std::string_view bait = "win at http://evil.example/ www.evil.example ana@evil.example";
  for (const auto kind : every_kind) {
    auto mail = mail_text(kind, {"en", bait, bait, bait, facts.link, bait});
    const auto ours = mail.text.find(facts.link);
    if (ours != std::string::npos) mail.text.erase(ours, facts.link.size());
    for (const auto& part : {mail.subject, mail.text}) {
      for (const auto* sign : {"://", "evil.", "www.", "@"})
        EXPECT_EQ(part.find(sign), std::string::npos) << part;
    }
  }
}

TEST(MailText, has_a_kind_for_every_name) {
  for (const auto kind : every_kind) {
    EXPECT_EQ(parse_mail_kind(to_string(kind)), kind);
  }
  EXPECT_EQ(parse_mail_kind("spam"), std::nullopt);
}

}  // namespace
}  // namespace mrbill::auth
