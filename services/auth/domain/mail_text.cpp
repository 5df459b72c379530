#include "domain/mail_text.hpp"

namespace mrbill::auth {
namespace {

struct Words {
  std::string_view hello, bye;
  std::string_view verify_subject, verify_text;
  std::string_view reset_subject, reset_text;
  std::string_view invite_subject, invite_text;
  std::string_view changed_subject, changed_text;
  std::string_view ready_subject, ready_text;
};

constexpr Words english{
    "Hello",
    "Mr Bill",
    "Confirm your e-mail address",
    "please confirm that this address is yours. The link works once and for 24 hours:",
    "Set a new password",
    "somebody, hopefully you, asked for a new password. The link works once and for one hour. If it was not "
    "you, nothing needs "
    "to be done:",
    "invites you to",
    "has invited you to join a company at Mr Bill. The link works once and for seven days:",
    "Your password was changed",
    "the password of your account was changed and every session has ended. If it was not you, ask for a new "
    "password at once.",
    "Ready:",
    "it is ready. The link works for seven days:",
};

constexpr Words portuguese{
    "Ol\u00e1",
    "Mr Bill",
    "Confirme seu endere\u00e7o de e-mail",
    "confirme que este endere\u00e7o \u00e9 seu. O link funciona uma vez e por 24 horas:",
    "Defina uma nova senha",
    "algu\u00e9m, esperamos que voc\u00ea, pediu uma nova senha. O link funciona uma vez e por uma hora. Se "
    "n\u00e3o foi "
    "voc\u00ea, nada precisa ser feito:",
    "convida voc\u00ea para",
    "convidou voc\u00ea para uma empresa no Mr Bill. O link funciona uma vez e por sete dias:",
    "Sua senha foi alterada",
    "a senha da sua conta foi alterada e todas as sess\u00f5es foram encerradas. Se n\u00e3o foi voc\u00ea, "
    "pe\u00e7a uma nova "
    "senha imediatamente.",
    "Pronto:",
    "est\u00e1 pronto. O link funciona por sete dias:",
};

const Words& words_for(std::string_view locale) {
  const auto language = locale.substr(0, locale.find('-'));
  return language == "pt" || language == "PT" ? portuguese : english;
}

std::string letter(const Words& words, const MailFacts& facts, std::string_view body) {
  auto text = std::string(words.hello);
  if (!facts.reader.empty()) text.append(" ").append(facts.reader);
  text.append(",\n\n").append(body).append("\n");
  if (!facts.link.empty()) text.append("\n").append(facts.link).append("\n");
  return text.append("\n").append(words.bye).append("\n");
}

std::string joined(std::string_view first, std::string_view second, std::string_view third) {
  return std::string(first).append(" ").append(second).append(third.empty() ? "" : " ").append(third);
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
      return {std::string(words.verify_subject), letter(words, facts, words.verify_text)};
    case MailKind::reset_password:
      return {std::string(words.reset_subject), letter(words, facts, words.reset_text)};
    case MailKind::password_changed:
      return {std::string(words.changed_subject), letter(words, facts, words.changed_text)};
    case MailKind::content_ready:
      return {joined(words.ready_subject, facts.title, ""),
              letter(words, facts, std::string(facts.title) + "\n\n" + std::string(words.ready_text))};
    case MailKind::invitation:
      return {joined(facts.inviter, words.invite_subject, facts.company),
              letter(words, facts,
                     joined(facts.inviter, words.invite_text, "") + "\n\n" + std::string(facts.company))};
  }
  return {};
}

}  // namespace mrbill::auth
