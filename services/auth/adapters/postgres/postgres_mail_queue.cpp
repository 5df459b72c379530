#include "adapters/postgres/postgres_mail_queue.hpp"

#include <fmt/format.h>

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

using postgres::MadeStatement;
using postgres::Scope;
using postgres::Statement;

constexpr auto mail_columns = postgres::columns(postgres::column<&QueuedMail::id>("mail_id"),
                                                postgres::column<&QueuedMail::kind>("kind"),
                                                postgres::column<&QueuedMail::recipient>("recipient"),
                                                postgres::column<&QueuedMail::invitation>("invitation"),
                                                postgres::column<&QueuedMail::created_at>("created_at"),
                                                postgres::column<&QueuedMail::attempts>("attempts"));
const MadeStatement take_due{
    "take_mails",
    fmt::format(
        "UPDATE mails SET attempts = attempts + 1, "
        "  not_before = $1::timestamptz + least(interval '1 hour', interval '5 seconds' * power(2, "
        "attempts)) "
        "WHERE mail_id IN (SELECT mail_id FROM mails WHERE not_before <= $1 ORDER BY not_before LIMIT $2 FOR "
        "UPDATE SKIP LOCKED) "
        "RETURNING {}, notice_what, notice_title, notice_link",
        mail_columns.list())};

constexpr auto addressee_columns = postgres::columns(
    postgres::column<&Addressee::user>("user_id"), postgres::column<&Addressee::full_name>("full_name"),
    postgres::column<&Addressee::locale>("locale"),
    postgres::column<&Addressee::verified>("verified", "email_verified_at IS NOT NULL"));
const MadeStatement select_addressee{
    "mail_addressee", fmt::format("SELECT {} FROM users WHERE email = $1", addressee_columns.list())};

constexpr auto invited_columns =
    postgres::columns(postgres::column<&Invited::tenant_name>("name", "t.name"),
                      postgres::column<&Invited::inviter_name>("full_name", "u.full_name"),
                      postgres::column<&Invited::locale>("locale", "u.locale"));
const MadeStatement select_invited{
    "mail_invited",
    fmt::format(
        "SELECT {} FROM invitations i JOIN tenants t USING (tenant_id) JOIN users u "
        "ON u.user_id = i.invited_by "
        "WHERE i.invitation_id = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > $2",
        invited_columns.list())};
constexpr Statement insert_link{
    "insert_email_token",
    "INSERT INTO email_tokens (token_id, user_id, purpose, token_hash, created_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (token_id) DO NOTHING"};
// The row is there and locked once this has run, so that two workers do not count past each other.
constexpr Statement lock_tally{
    "lock_mail_tally",
    "INSERT INTO mail_tallies AS kept (recipient, kind, written, since) VALUES ($1, $2, 0, $3) "
    "ON CONFLICT (recipient, kind) DO UPDATE SET written = kept.written RETURNING written, since"};
constexpr Statement mark_admitted{"mark_mail_admitted",
                                  "UPDATE mails SET admitted = true WHERE mail_id = $1 AND NOT admitted"};
constexpr Statement update_tally{
    "update_mail_tally",
    "UPDATE mail_tallies SET written = $3, since = $4 WHERE recipient = $1 AND kind = $2"};
constexpr Statement postpone_mail{"postpone_mail",
                                  "UPDATE mails SET not_before = $2, attempts = 0 WHERE mail_id = $1"};
constexpr Statement delete_mail{"delete_mail", "DELETE FROM mails WHERE mail_id = $1"};

QueuedMail mail_in(const postgres::Row& row) {
  auto mail = mail_columns.read<QueuedMail>(row);
  if (auto title = row.get<std::optional<std::string>>("notice_title"))
    mail.notice = Notice{ready_what(row.get<std::optional<std::string>>("notice_what").value_or("")),
                         *std::move(title), row.get<std::optional<std::string>>("notice_link").value_or("")};
  return mail;
}

}  // namespace

Task<std::vector<QueuedMail>> PostgresMailQueue::take(Timestamp now, int max) {
  const auto rows = co_await database_.query(Scope::nobody(), take_due, now, max);
  std::vector<QueuedMail> mails;
  for (const auto row : rows) mails.push_back(mail_in(row));
  co_return mails;
}

Task<std::optional<Addressee>> PostgresMailQueue::addressee(EmailAddress email) {
  const auto rows = co_await database_.query(Scope::nobody(), select_addressee, email);
  if (rows.empty()) co_return std::nullopt;
  co_return addressee_columns.read<Addressee>(rows[0]);
}

Task<std::optional<Invited>> PostgresMailQueue::invited(InvitationId id, Timestamp now) {
  const auto rows = co_await database_.query(Scope::nobody(), select_invited, id, now);
  if (rows.empty()) co_return std::nullopt;
  co_return invited_columns.read<Invited>(rows[0]);
}

Task<std::optional<Timestamp>> PostgresMailQueue::admit(QueuedMail mail, Allowance allowance, Timestamp now) {
  const std::string kind(to_string(mail.kind));
  auto transaction = co_await database_.begin(Scope::nobody());
  const auto rows = co_await transaction.query(lock_tally, mail.recipient, kind, now);
  const Tally written{rows[0].get<int>("written"), rows[0].get<Timestamp>("since")};
  const auto marked = co_await transaction.query(mark_admitted, mail.id);
  if (marked.affected() == 0) co_return std::nullopt;  // counted at an earlier attempt
  if (const auto until = next_mail(written, allowance, now)) {
    registry_
        .counter("auth_mails_beyond_allowance_total", "Mails that their address had enough of, by kind",
                 {{"kind", kind}})
        .add();
    co_return until;
  }
  const auto raised_to = raised(written, allowance.each, now);
  transaction.defer(update_tally, mail.recipient, kind, raised_to.count, raised_to.since);
  co_await transaction.commit();
  co_return std::nullopt;
}

Task<> PostgresMailQueue::postpone(LinkId id, Timestamp until) {
  co_await database_.query(Scope::nobody(), postpone_mail, id, until);
}

Task<> PostgresMailQueue::add_link(NewLink link) {
  co_await database_.query(Scope::nobody(), insert_link, link.id, link.user, link.purpose, link.token_hash,
                           link.created_at, link.expires_at);
}

Task<> PostgresMailQueue::done(LinkId id) {
  co_await database_.query(Scope::nobody(), delete_mail, id);
}

}  // namespace mrbill::auth
