#include "adapters/postgres/postgres_email_links.hpp"

#include <fmt/format.h>

#include "adapters/postgres/columns.hpp"
#include "adapters/postgres/mails.hpp"

namespace mrbill::auth {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr auto link_columns = postgres::columns(
    postgres::column<&EmailLink::id>("token_id"), postgres::column<&EmailLink::user>("user_id"),
    postgres::column<&EmailLink::expires_at>("expires_at"), postgres::column<&EmailLink::used_at>("used_at"));
const postgres::MadeStatement select_link{
    "find_email_token", fmt::format("SELECT {} FROM find_email_token($1, $2)", link_columns.list())};
constexpr Statement use_link{"use_email_token",
                             "UPDATE email_tokens SET used_at = $2 WHERE token_id = $1 AND used_at IS NULL"};
constexpr Statement mark_verified{
    "mark_verified",
    "UPDATE users SET email_verified_at = $2, updated_at = $2, version = version + 1 "
    "WHERE user_id = $1 AND email_verified_at IS NULL"};
constexpr Statement set_password{
    "set_password",
    "UPDATE users SET password_hash = $2, password_changed_at = $3, status = 'ACTIVE', updated_at = $3, "
    "version = version + 1, email_verified_at = coalesce(email_verified_at, $3) WHERE user_id = $1 "
    "RETURNING revoke_tokens('USER', user_id, NULL, version)"};
constexpr Statement use_all_resets{"use_all_resets",
                                   "UPDATE email_tokens SET used_at = $2 WHERE user_id = $1 AND purpose = "
                                   "'reset_password' AND used_at IS NULL"};
constexpr Statement end_sessions{"end_sessions_of_person",
                                 "UPDATE sessions SET revoked_at = $2, revoked_for = 'password_reset' "
                                 "WHERE user_id = $1 AND revoked_at IS NULL"};
constexpr Statement note_network{
    "note_network_of_link",
    "INSERT INTO known_networks (user_id, network, last_seen_at) VALUES ($1, $2, $3) "
    "ON CONFLICT (user_id, network) DO UPDATE SET last_seen_at = excluded.last_seen_at"};
constexpr Statement insert_notice{
    "insert_password_notice",
    "INSERT INTO mails (mail_id, kind, recipient, created_at, not_before) "
    "SELECT $2, 'password_changed', email, $3, $3 FROM users WHERE user_id = $1"};

}  // namespace

Task<> PostgresEmailLinks::request(LinkId mail, LinkPurpose purpose, EmailAddress email, Timestamp at) {
  co_await database_.query(Scope::nobody(), insert_mail, mail, purpose, email, at,
                           std::optional<InvitationId>());
}

Task<std::optional<EmailLink>> PostgresEmailLinks::find(Sha256 token_hash, LinkPurpose purpose) {
  const auto rows = co_await database_.query(Scope::nobody(), select_link, token_hash, purpose);
  if (rows.empty()) co_return std::nullopt;
  co_return link_columns.read<EmailLink>(rows[0]);
}

Task<bool> PostgresEmailLinks::verify_email(EmailLink link, NetworkMark network, Timestamp at) {
  auto transaction = co_await database_.begin(Scope::person(link.user));
  const auto used = co_await transaction.query(use_link, link.id, at);
  if (used.affected() == 0) co_return false;
  transaction.defer(mark_verified, link.user, at);
  transaction.defer(note_network, link.user, network, at);
  co_await transaction.commit();
  co_return true;
}

Task<bool> PostgresEmailLinks::reset_password(PasswordReset reset) {
  const auto user = reset.link.user;
  auto transaction = co_await database_.begin(Scope::person(user));
  const auto used = co_await transaction.query(use_link, reset.link.id, reset.at);
  if (used.affected() == 0) co_return false;
  transaction.defer(set_password, user, reset.password_hash, reset.at);
  transaction.defer(use_all_resets, user, reset.at);
  transaction.defer(note_network, user, reset.network, reset.at);
  transaction.defer(insert_notice, user, reset.notice, reset.at);
  transaction.defer(end_sessions, user, reset.at);
  co_await transaction.commit();
  co_return true;
}

}  // namespace mrbill::auth
