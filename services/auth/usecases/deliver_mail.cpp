#include "usecases/deliver_mail.hpp"

#include <base/unreachable.hpp>

#include "domain/link_life.hpp"

namespace mrbill::auth {
namespace {

constexpr int at_once = 50;

// Pages of the web client (apps/web/src/app/routes.tsx).
constexpr std::string_view verify_page = "/verify-email";
constexpr std::string_view reset_page = "/reset-password";
constexpr std::string_view join_page = "/join";

struct LinkKind {
  LinkPurpose purpose;
  std::chrono::hours life;
  std::string_view path;
};

std::optional<LinkKind> link_kind(MailKind kind) {
  switch (kind) {
    case MailKind::verify_email:
      return LinkKind{LinkPurpose::verify_email, verification_life, verify_page};
    case MailKind::reset_password:
      return LinkKind{LinkPurpose::reset_password, reset_life, reset_page};
    case MailKind::password_changed:
      return std::nullopt;
    case MailKind::content_ready:
      return std::nullopt;
    case MailKind::invitation:
      return std::nullopt;
  }
  unreachable();
}

}  // namespace

Task<std::int64_t> DeliverMail::operator()() {
  auto mails = co_await queue_.take(clock_.now(), at_once);
  for (auto& mail : mails) co_await deliver(mail);
  co_return static_cast<std::int64_t>(mails.size());
}

Task<> DeliverMail::deliver(QueuedMail mail) {
  auto text = co_await write(mail);
  if (!text && text.error().until) {
    co_await queue_.postpone(mail.id, *text.error().until);
    co_return;
  }
  if (text) {
    Mail letter{mail.id, mail.recipient, std::move(text->subject), std::move(text->text), mail.created_at};
    co_await mailer_.deliver(std::move(letter));
  }
  co_await queue_.done(mail.id);
}

Task<Result<MailText, DeliverMail::Unwritten>> DeliverMail::write(QueuedMail mail) {
  return mail.kind == MailKind::invitation ? write_invitation(std::move(mail))
                                           : write_to_person(std::move(mail));
}

Task<Result<void, DeliverMail::Unwritten>> DeliverMail::admit(QueuedMail mail) {
  const auto allowance = allowance_of(mail.kind);
  const auto until = co_await queue_.admit(std::move(mail), allowance, clock_.now());
  if (!until) co_return Result<void, Unwritten>{};
  co_return fail(allowance.beyond == Beyond::wait ? Unwritten{*until} : Unwritten{});
}

Task<Result<MailText, DeliverMail::Unwritten>> DeliverMail::write_to_person(QueuedMail mail) {
  const auto person = co_await queue_.addressee(mail.recipient);
  if (!person || (mail.kind == MailKind::verify_email && person->verified)) co_return fail(Unwritten{});
  const auto admitted = co_await admit(mail);
  if (!admitted) co_return fail(admitted.error());
  std::string url;
  if (const auto kind = link_kind(mail.kind)) {
    const auto token = link_tokens_.derive(kind->purpose, mail.id.uuid);
    const auto now = clock_.now();
    const NewLink born{mail.id, person->user, kind->purpose, sha256(token.reveal()), now, now + kind->life};
    co_await queue_.add_link(born);
    url = link(kind->path, token);
  }
  const auto notice = mail.notice.value_or(Notice{});
  if (mail.notice) url = notice.link;
  co_return mail_text(mail.kind, {person->locale, person->full_name, "", "", url, notice.title, notice.what});
}

Task<Result<MailText, DeliverMail::Unwritten>> DeliverMail::write_invitation(QueuedMail mail) {
  if (!mail.invitation) co_return fail(Unwritten{});
  const auto invited = co_await queue_.invited(*mail.invitation, clock_.now());
  if (!invited) co_return fail(Unwritten{});
  const auto admitted = co_await admit(mail);
  if (!admitted) co_return fail(admitted.error());
  const auto url = link(join_page, link_tokens_.derive(LinkPurpose::invitation, mail.invitation->uuid));
  const auto reader =
      co_await queue_.addressee(mail.recipient);  // who is no newcomer reads it in their own language
  co_return mail_text(MailKind::invitation,
                      {reader ? reader->locale : invited->locale, reader ? reader->full_name : "",
                       invited->inviter_name, invited->tenant_name, url});
}

// Behind the #, which no browser sends: no log on the way has the token, and no Referer tells it.
std::string DeliverMail::link(std::string_view path, const Secret& token) const {
  return public_url_ + std::string(path) + "#token=" + token.reveal();
}

}  // namespace mrbill::auth
