#include "adapters/postgres/postgres_sessions.hpp"

#include <fmt/format.h>

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement hold_membership{
    "hold_membership",
    "SELECT role, version FROM memberships WHERE tenant_id = $1 AND user_id = $2 FOR SHARE"};
constexpr Statement note_login{"note_login",
                               "UPDATE users SET last_login_at = $3 "
                               "WHERE user_id = $1 AND password_changed_at = $2 AND status = 'ACTIVE' "
                               "RETURNING version, locale"};
constexpr Statement select_person{"person_of_tokens", "SELECT version, locale FROM users WHERE user_id = $1"};
// Whoever signs in holds the person's row: sign-ins of one person take turns.
constexpr Statement end_surplus{
    "end_surplus_sessions",
    "WITH surplus AS (SELECT session_id FROM sessions "
    "                 WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 "
    "                 ORDER BY last_used_at DESC, session_id DESC OFFSET $3), "
    "     ended AS (UPDATE sessions s SET revoked_at = $2, revoked_for = 'too_many', version = version + 1 "
    "               FROM surplus WHERE s.session_id = surplus.session_id AND s.revoked_at IS NULL "
    "               RETURNING s.sid, s.version) "
    "SELECT revoke_tokens('SESSION', sid, NULL, version) FROM ended"};
constexpr Statement insert_session{"insert_session",
                                   "INSERT INTO sessions (session_id, sid, user_id, tenant_id, transport, "
                                   "created_at, last_used_at, expires_at) "
                                   "VALUES ($1, $2, $3, $4, $5, $6, $6, $7)"};
constexpr Statement insert_generation{"insert_generation",
                                      "INSERT INTO refresh_generations (session_id, generation, token_hash, "
                                      "created_at) VALUES ($1, $2, $3, $4)"};
constexpr Statement note_network{
    "note_network",
    "INSERT INTO known_networks (user_id, network, last_seen_at) VALUES ($1, $2, $3) "
    "ON CONFLICT (user_id, network) DO UPDATE SET last_seen_at = excluded.last_seen_at"};
constexpr auto presented_columns = postgres::columns(
    postgres::column<&Presented::session>("session_id"),
    postgres::column<&Presented::generation>("generation"), postgres::column<&Presented::user>("user_id"),
    postgres::column<&Presented::tenant>("tenant_id"), postgres::column<&Presented::transport>("transport"));
const postgres::MadeStatement select_presented{
    "find_refresh", fmt::format("SELECT {} FROM find_refresh($1)", presented_columns.list())};
constexpr Statement hold_session{
    "hold_session",
    "SELECT sid, tenant_id, version, revoked_at IS NULL AND expires_at > $2 AS living "
    "FROM sessions WHERE session_id = $1 FOR UPDATE"};
constexpr Statement select_used{
    "generation_used_at",
    "SELECT used_at FROM refresh_generations WHERE session_id = $1 AND generation = $2"};
constexpr Statement use_generation{
    "use_generation",
    "UPDATE refresh_generations SET used_at = $3 WHERE session_id = $1 AND generation = $2"};
constexpr Statement prolong{"prolong_session",
                            "UPDATE sessions SET last_used_at = $2, expires_at = $3 WHERE session_id = $1"};
constexpr Statement end_session{
    "end_session",
    "UPDATE sessions SET revoked_at = $3, revoked_for = $4, version = version + 1 "
    "WHERE session_id = $1 AND user_id = $2 AND revoked_at IS NULL "
    "RETURNING revoke_tokens('SESSION', sid, NULL, version)"};
constexpr Statement select_of_sid{"session_of_sid",
                                  "SELECT session_id FROM sessions WHERE sid = $1 AND user_id = $2"};
constexpr Statement move_session{
    "move_session",
    "UPDATE sessions SET tenant_id = $3, version = version + 1, last_used_at = $4 "
    "WHERE user_id = $1 AND sid = $2 AND revoked_at IS NULL AND expires_at > $4 RETURNING session_id, "
    "version, "
    "revoke_tokens('SESSION', sid, NULL, version)"};

Scope scope_of(std::optional<TenantId> tenant, UserId user) {
  return tenant ? Scope::of(*tenant, user) : Scope::person(user);
}

std::int64_t version_in(const postgres::Rows& rows) {
  return rows[0].get<std::int64_t>("version");
}

std::string locale_in(const postgres::Rows& rows) {
  return rows[0].get<std::string>("locale");
}

}  // namespace

// What tokens say of the membership; of a session without a company nothing needs to hold.
Task<std::optional<PostgresSessions::Standing>> PostgresSessions::hold(postgres::Transaction& transaction,
                                                                       std::optional<TenantId> tenant,
                                                                       UserId user) {
  if (!tenant) co_return Standing{};
  const auto rows = co_await transaction.query(hold_membership, *tenant, user);
  if (rows.empty()) co_return std::nullopt;
  co_return Standing{rows[0].get<Role>("role"), version_in(rows)};
}

Task<std::optional<LiveSession>> PostgresSessions::open(Opening opening) {
  auto transaction = co_await database_.begin(scope_of(opening.tenant, opening.user));
  const auto standing = co_await hold(transaction, opening.tenant, opening.user);
  if (!standing) co_return std::nullopt;
  const auto noted =
      co_await transaction.query(note_login, opening.user, opening.password_changed_at, opening.at);
  if (noted.empty()) co_return std::nullopt;
  transaction.defer(end_surplus, opening.user, opening.at, max_sessions - 1);
  transaction.defer(insert_session, opening.session, opening.sid, opening.user, opening.tenant,
                    opening.transport, opening.at, opening.expires_at);
  transaction.defer(insert_generation, opening.session, 1, opening.refresh_hash, opening.at);
  transaction.defer(note_network, opening.user, opening.network, opening.at);
  co_await transaction.commit();
  co_return LiveSession{
      opening.session, opening.sid,
      opening.user,    opening.tenant,
      standing->role,  {.session = 1, .membership = standing->version, .person = version_in(noted)},
      locale_in(noted)};
}

Task<std::optional<Presented>> PostgresSessions::find(Sha256 refresh_hash) {
  const auto rows = co_await database_.query(Scope::nobody(), select_presented, refresh_hash);
  if (rows.empty()) co_return std::nullopt;
  co_return presented_columns.read<Presented>(rows[0]);
}

Task<std::optional<LiveSession>> PostgresSessions::rotate(Rotation rotation) {
  const auto& presented = rotation.presented;
  auto transaction = co_await database_.begin(scope_of(presented.tenant, presented.user));
  const auto standing = co_await hold(transaction, presented.tenant, presented.user);
  const auto session = co_await transaction.query(hold_session, presented.session, rotation.at);
  if (session.empty() || !session[0].get<bool>("living")) co_return std::nullopt;
  if (const auto tenant = session[0].get<std::optional<TenantId>>("tenant_id"); tenant != presented.tenant) {
    co_await transaction.rollback();  // switched between find and now: once more, as where it is
    rotation.presented.tenant = tenant;
    co_return co_await rotate(std::move(rotation));
  }
  if (!standing) co_return std::nullopt;
  const auto person = co_await transaction.query(select_person, presented.user);
  const TokenVersions versions{version_in(session), standing->version, version_in(person)};
  const LiveSession live{presented.session, session[0].get<Uuid>("sid"),
                         presented.user,    presented.tenant,
                         standing->role,    versions,
                         locale_in(person)};
  co_return co_await step(transaction, std::move(rotation), live);
}

Task<std::optional<LiveSession>> PostgresSessions::step(postgres::Transaction& transaction, Rotation rotation,
                                                        LiveSession live) {
  const auto generation = rotation.presented.generation;
  const auto used = co_await transaction.query(select_used, live.session, generation);
  if (used.empty()) co_return std::nullopt;
  switch (refresh_step(used[0].get<std::optional<Timestamp>>("used_at"), rotation.at)) {
    case RefreshStep::repeat:
      co_return live;
    case RefreshStep::rotate:
      transaction.defer(use_generation, live.session, generation, rotation.at);
      transaction.defer(insert_generation, live.session, generation + 1, rotation.successor_hash,
                        rotation.at);
      transaction.defer(prolong, live.session, rotation.at, rotation.expires_at);
      co_await transaction.commit();
      co_return live;
    case RefreshStep::kill_family:
      break;
  }
  transaction.defer(end_session, live.session, live.user, rotation.at, "refresh_token_reused");
  co_await transaction.commit();
  co_return std::nullopt;
}

Task<bool> PostgresSessions::close(UserId user, SessionId session, Timestamp at) {
  const auto rows =
      co_await database_.query(Scope::person(user), end_session, session, user, at, "logged_out");
  co_return !rows.empty();
}

Task<std::optional<SessionId>> PostgresSessions::of_sid(UserId user, Uuid sid) {
  const auto rows = co_await database_.query(Scope::person(user), select_of_sid, sid, user);
  if (rows.empty()) co_return std::nullopt;
  co_return rows[0].get<SessionId>("session_id");
}

Task<std::optional<LiveSession>> PostgresSessions::move(UserId user, Uuid sid, TenantId to, Timestamp at) {
  auto transaction = co_await database_.begin(Scope::of(to, user));
  const auto standing = co_await hold(transaction, to, user);
  if (!standing) co_return std::nullopt;
  const auto person = co_await transaction.query(select_person, user);
  const auto moved = co_await transaction.query(move_session, user, sid, to, at);
  if (moved.empty()) co_return std::nullopt;
  co_await transaction.commit();
  const TokenVersions versions{version_in(moved), standing->version, version_in(person)};
  co_return LiveSession{
      moved[0].get<SessionId>("session_id"), sid, user, to, standing->role, versions, locale_in(person)};
}

}  // namespace mrbill::auth
