#include "domain/mail_text.hpp"

#include <base/unreachable.hpp>
#include <locales/languages.hpp>

#include "domain/link_life.hpp"
#include "domain/mail_name.hpp"

namespace mrbill::auth {
namespace {

// A hole, {0} or {1}, is filled with names as in_mail lets them stand.
struct Words {
  std::string_view hello, hello_name, bye;
  std::string_view verify_subject, verify_text;
  std::string_view reset_subject, reset_text;
  std::string_view invite_subject, invite_text, unexpected;
  std::string_view changed_subject, changed_text, changed_not_you;
  std::string_view ready_subject_video, ready_subject_report, ready_subject_other;
  std::string_view ready_video, ready_report, ready_other;
  std::string_view not_you, not_asked, somebody, a_company;
};

static_assert(verification_life == std::chrono::hours(24) && reset_life == std::chrono::hours(1) &&
                  invitation_life == std::chrono::days(7),
              "the words below say so");

constexpr Words english{
    .hello = "Hello,",
    .hello_name = "Hello {0},",
    .bye = "Mr Bill",
    .verify_subject = "Confirm your e-mail address",
    .verify_text = "Please confirm that this address is yours. The link works once and for 24 hours:",
    .reset_subject = "Set a new password",
    .reset_text =
        "We received a request to set a new password for your account. The link works once and for one hour:",
    .invite_subject = "{0} invites you to join {1}",
    .invite_text = "{0} has invited you to join {1} at Mr Bill. The link works once and for seven days:",
    .unexpected = "If you did not expect this invitation, ignore this mail.",
    .changed_subject = "Your password was changed",
    .changed_text = "The password of your account was changed and every session has ended.",
    .changed_not_you = "If it was you, ignore this mail. If it was not you, ask for a new password at once.",
    .ready_subject_video = "Your video{0} is ready",
    .ready_subject_report = "Your report{0} is ready",
    .ready_subject_other = "Ready:{0}",
    .ready_video = "Watch, download or share it here:",
    .ready_report = "Open or download it here:",
    .ready_other = "You find it here:",
    .not_you = "If it was not you, ignore this mail: nothing needs to be done.",
    .not_asked = "If you did not ask for it, ignore this mail.",
    .somebody = "Somebody",
    .a_company = "a company",
};

constexpr Words portuguese{
    .hello = "Ol\u00e1!",
    .hello_name = "Ol\u00e1, {0}!",
    .bye = "Mr Bill",
    .verify_subject = "Confirme seu e-mail",
    .verify_text =
        "Falta s\u00f3 confirmar que este endere\u00e7o de e-mail \u00e9 seu. O link vale por 24 horas e "
        "s\u00f3 pode ser "
        "usado uma vez:",
    .reset_subject = "Redefina sua senha",
    .reset_text =
        "Recebemos um pedido para redefinir sua senha. O link vale por uma hora e s\u00f3 pode ser usado uma "
        "vez:",
    .invite_subject = "{0} convidou voc\u00ea para participar de {1}",
    .invite_text =
        "{0} convidou voc\u00ea para participar de {1} no Mr Bill. O link vale por sete dias e s\u00f3 pode "
        "ser usado "
        "uma vez:",
    .unexpected = "Se voc\u00ea n\u00e3o esperava este convite, ignore este e-mail.",
    .changed_subject = "Sua senha foi alterada",
    .changed_text = "A senha da sua conta foi alterada, e todas as sess\u00f5es foram encerradas.",
    .changed_not_you =
        "Se foi voc\u00ea, ignore este e-mail. Se n\u00e3o foi voc\u00ea, redefina sua senha agora mesmo.",
    .ready_subject_video = "Seu v\u00eddeo{0} est\u00e1 pronto",
    .ready_subject_report = "Seu relat\u00f3rio{0} est\u00e1 pronto",
    .ready_subject_other = "Pronto:{0}",
    .ready_video = "Para assistir, baixar ou compartilhar, acesse:",
    .ready_report = "Para abrir ou baixar, acesse:",
    .ready_other = "Acesse:",
    .not_you = "Se n\u00e3o foi voc\u00ea, ignore este e-mail.",
    .not_asked = "Se n\u00e3o foi voc\u00ea que pediu, ignore este e-mail.",
    .somebody = "Algu\u00e9m",
    .a_company = "uma empresa",
};

const Words& words_for(std::string_view locale) {
  return locales::nearest(locale) == locales::Language::portuguese ? portuguese : english;
}

std::string filled(std::string_view text, std::string_view zero, std::string_view one = "") {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const bool is_zero = rest.starts_with("{0}");
    if (is_zero || rest.starts_with("{1}")) {
      out.append(is_zero ? zero : one);
      at += 3;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

std::string letter(const Words& words, const MailFacts& facts, std::string_view body, std::string_view end) {
  const auto reader = first_name_in_mail(facts.reader);
  auto text = reader.empty() ? std::string(words.hello) : filled(words.hello_name, reader);
  text.append("\n\n").append(body).append("\n");
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
  return {filled(words.invite_subject, inviter, company),
          letter(words, facts, filled(words.invite_text, inviter, company), words.unexpected)};
}

struct ReadyWords {
  std::string_view subject, above_link;
};

ReadyWords ready_words(const Words& words, ReadyWhat what) {
  switch (what) {
    case ReadyWhat::video:
      return {words.ready_subject_video, words.ready_video};
    case ReadyWhat::report:
      return {words.ready_subject_report, words.ready_report};
    case ReadyWhat::other:
      return {words.ready_subject_other, words.ready_other};
  }
  unreachable();
}

MailText content_ready(const Words& words, const MailFacts& facts) {
  auto title = in_mail(facts.title, Numbers::kept);
  if (!title.empty()) title.insert(0, " ");
  const auto said = ready_words(words, facts.what);
  const auto subject = filled(said.subject, title);
  auto body = subject + ".";
  if (!facts.link.empty()) body.append(" ").append(said.above_link);
  return {subject, letter(words, facts, body, words.not_asked)};
}

}  // namespace

std::string_view to_string(ReadyWhat what) {
  switch (what) {
    case ReadyWhat::video:
      return "video";
    case ReadyWhat::report:
      return "report";
    case ReadyWhat::other:
      return "other";
  }
  unreachable();
}

ReadyWhat ready_what(std::string_view text) {
  for (const auto what : {ReadyWhat::video, ReadyWhat::report}) {
    if (text == to_string(what)) return what;
  }
  return ReadyWhat::other;
}

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
  unreachable();
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
  unreachable();
}

}  // namespace mrbill::auth
