#include "domain/mail_text.hpp"

#include "domain/mail_name.hpp"

namespace mrbill::auth {
namespace {

struct Words {
  std::string_view hello, bye;
  std::string_view verify_subject, verify_text;
  std::string_view reset_subject, reset_text;
  std::string_view invite_subject, invite_text, unexpected;
  std::string_view changed_subject, changed_text, changed_not_you;
  std::string_view ready_subject, ready_text;
  std::string_view not_you, somebody, a_company;
};

constexpr Words english{
    "Hello",
    "Mr Bill",
    "Confirm your e-mail address",
    "please confirm that this address is yours. The link works once and for 24 hours:",
    "Set a new password",
    "somebody, hopefully you, asked for a new password. The link works once and for one hour:",
    "invites you to",
    "has invited you to join a company at Mr Bill. The link works once and for seven days:",
    "If you did not expect this, ignore this mail.",
    "Your password was changed",
    "the password of your account was changed and every session has ended.",
    "If it was you, ignore this mail. If it was not you, ask for a new password at once.",
    "Ready:",
    "it is ready. The link works for seven days:",
    "If it was not you, ignore this mail: nothing needs to be done.",
    "Somebody",
    "a company",
};

constexpr Words portuguese{
    "Ol\u00e1",
    "Mr Bill",
    "Confirme seu endere\u00e7o de e-mail",
    "confirme que este endere\u00e7o \u00e9 seu. O link funciona uma vez e por 24 horas:",
    "Defina uma nova senha",
    "algu\u00e9m, esperamos que voc\u00ea, pediu uma nova senha. O link funciona uma vez e por uma hora:",
    "convida voc\u00ea para",
    "convidou voc\u00ea para uma empresa no Mr Bill. O link funciona uma vez e por sete dias:",
    "Se voc\u00ea n\u00e3o esperava isto, ignore este e-mail.",
    "Sua senha foi alterada",
    "a senha da sua conta foi alterada e todas as sess\u00f5es foram encerradas.",
    "Se foi voc\u00ea, ignore este e-mail. Se n\u00e3o foi voc\u00ea, pe\u00e7a uma nova senha "
    "imediatamente.",
    "Pronto:",
    "est\u00e1 pronto. O link funciona por sete dias:",
    "Se n\u00e3o foi voc\u00ea, ignore este e-mail: nada precisa ser feito.",
    "Algu\u00e9m",
    "uma empresa",
};

const Words& words_for(std::string_view locale) {
  const auto language = locale.substr(0, locale.find('-'));
  return language == "pt" || language == "PT" ? portuguese : english;
}

std::string letter(const Words& words, const MailFacts& facts, std::string_view body, std::string_view end) {
  auto text = std::string(words.hello);
  if (const auto reader = in_mail(facts.reader); !reader.empty()) text.append(" ").append(reader);
  text.append(",\n\n").append(body).append("\n");
  if (!facts.link.empty()) text.append("\n").append(facts.link).append("\n");
  return text.append("\n").append(end).append("\n\n").append(words.bye).append("\n");
}

std::string named(std::string_view name, std::string_view otherwise) {
  auto text = in_mail(name);
  return text.empty() ? std::string(otherwise) : text;
}

MailText invitation(const Words& words, const MailFacts& facts) {
  const auto inviter = named(facts.inviter, words.somebody);
  const auto company = named(facts.company, words.a_company);
  const auto body = inviter + " " + std::string(words.invite_text) + "\n\n" + company;
  return {inviter + " " + std::string(words.invite_subject) + " " + company,
          letter(words, facts, body, words.unexpected)};
}

MailText content_ready(const Words& words, const MailFacts& facts) {
  const auto title = in_mail(facts.title, Numbers::kept);
  auto subject = std::string(words.ready_subject);
  if (!title.empty()) subject.append(" ").append(title);
  return {subject, letter(words, facts, title + "\n\n" + std::string(words.ready_text), words.not_you)};
}

}  // namespace

std::string_view to_string(MailKind kind) {
  switch (kind) {
    case MailKind::verify_email:
      return "verify_email";
    case MailKind::reset_password:
      return "reset_password";
    case MailKind::invitation:
      return "invitation";
    case MailKind::password_changed:
      return "password_changed";
    case MailKind::content_ready:
      return "content_ready";
  }
  return "";
}

std::optional<MailKind> parse_mail_kind(std::string_view text) {
  using enum MailKind;
  for (const auto kind : {verify_email, reset_password, invitation, password_changed, content_ready}) {
    if (text == to_string(kind)) return kind;
  }
  return std::nullopt;
}

MailText mail_text(MailKind kind, const MailFacts& facts) {
  const auto& words = words_for(facts.locale);
  switch (kind) {
    case MailKind::verify_email:
      return {std::string(words.verify_subject), letter(words, facts, words.verify_text, words.not_you)};
    case MailKind::reset_password:
      return {std::string(words.reset_subject), letter(words, facts, words.reset_text, words.not_you)};
    case MailKind::password_changed:
      return {std::string(words.changed_subject),
              letter(words, facts, words.changed_text, words.changed_not_you)};
    case MailKind::content_ready:
      return content_ready(words, facts);
    case MailKind::invitation:
      return invitation(words, facts);
  }
  return {};
}

}  // namespace mrbill::auth
