#include "adapters/postgres/sessions.hpp"

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement hold_membership{
    "hold_membership", "SELECT role FROM memberships WHERE tenant_id = $1 AND user_id = $2 FOR SHARE"};
constexpr Statement note_login{"note_login",
                               "UPDATE users SET last_login_at = $3 "
                               "WHERE user_id = $1 AND password_changed_at = $2 AND status = 'ACTIVE'"};
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
constexpr Statement select_presented{
    "find_refresh", "SELECT session_id, generation, user_id, tenant_id, transport FROM find_refresh($1)"};
constexpr Statement hold_session{"hold_session",
                                 "SELECT sid, tenant_id, revoked_at IS NULL AND expires_at > $2 AS living "
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
    "WITH ended AS (UPDATE sessions SET revoked_at = $3, revoked_for = $4 "
    "               WHERE session_id = $1 AND user_id = $2 AND revoked_at IS NULL RETURNING sid), "
    "     noted AS (INSERT INTO revocations (sid, revoked_at) SELECT sid, $3 FROM ended) "
    "SELECT sid FROM ended"};
constexpr Statement select_of_sid{"session_of_sid",
                                  "SELECT session_id FROM sessions WHERE sid = $1 AND user_id = $2"};
constexpr Statement move_session{
    "move_session",
    "UPDATE sessions SET tenant_id = $3, sid = $4, last_used_at = $5 "
    "WHERE user_id = $1 AND sid = $2 AND revoked_at IS NULL AND expires_at > $5 RETURNING session_id"};
constexpr Statement note_revocation{"note_revocation",
                                    "INSERT INTO revocations (sid, revoked_at) VALUES ($1, $2)"};

}  // namespace

Task<std::optional<Role>> PostgresSessions::open(Opening opening) {
  auto transaction = co_await database_.begin(Scope::of(opening.tenant, opening.user));
  const auto membership = co_await transaction.query(hold_membership, opening.tenant, opening.user);
  if (membership.empty()) co_return std::nullopt;
  const auto noted =
      co_await transaction.query(note_login, opening.user, opening.password_changed_at, opening.at);
  if (noted.affected() == 0) co_return std::nullopt;
  transaction.defer(insert_session, opening.session, opening.sid, opening.user, opening.tenant,
                    name_of(opening.transport), opening.at, opening.expires_at);
  transaction.defer(insert_generation, opening.session, 1, bytes_of(opening.refresh_hash), opening.at);
  transaction.defer(note_network, opening.user, bytes_of(opening.network), opening.at);
  co_await transaction.commit();
  co_return role_in(membership[0], "role");
}

Task<std::optional<Presented>> PostgresSessions::find(Sha256 refresh_hash) {
  const auto rows = co_await database_.query(Scope::nobody(), select_presented, bytes_of(refresh_hash));
  if (rows.empty()) co_return std::nullopt;
  const auto row = rows[0];
  co_return Presented{.session = row.get<SessionId>("session_id"),
                      .generation = row.get<std::int32_t>("generation"),
                      .user = row.get<UserId>("user_id"),
                      .tenant = row.get<TenantId>("tenant_id"),
                      .transport = transport_in(row)};
}

Task<Rotated> PostgresSessions::rotate(Rotation rotation) {
  const auto& presented = rotation.presented;
  auto transaction = co_await database_.begin(Scope::of(presented.tenant, presented.user));
  const auto membership = co_await transaction.query(hold_membership, presented.tenant, presented.user);
  const auto session = co_await transaction.query(hold_session, presented.session, rotation.at);
  if (session.empty() || !session[0].get<bool>("living")) co_return Rotated{};
  if (const auto tenant = session[0].get<TenantId>("tenant_id"); tenant != presented.tenant) {
    co_await transaction.rollback();  // switched between find and now: once more, as where it is
    rotation.presented.tenant = tenant;
    co_return co_await rotate(std::move(rotation));
  }
  if (membership.empty()) co_return Rotated{};
  const LiveSession live{presented.session, session[0].get<Uuid>("sid"), presented.user, presented.tenant,
                         role_in(membership[0], "role")};
  co_return co_await step(transaction, std::move(rotation), live);
}

Task<Rotated> PostgresSessions::step(postgres::Transaction& transaction, Rotation rotation,
                                     LiveSession live) {
  const auto generation = rotation.presented.generation;
  const auto used = co_await transaction.query(select_used, live.session, generation);
  if (used.empty()) co_return Rotated{};
  switch (refresh_step(used[0].get<std::optional<Timestamp>>("used_at"), rotation.at)) {
    case RefreshStep::repeat:
      co_return Rotated{live, std::nullopt};
    case RefreshStep::rotate:
      transaction.defer(use_generation, live.session, generation, rotation.at);
      transaction.defer(insert_generation, live.session, generation + 1, bytes_of(rotation.successor_hash),
                        rotation.at);
      transaction.defer(prolong, live.session, rotation.at, rotation.expires_at);
      co_await transaction.commit();
      co_return Rotated{live, std::nullopt};
    case RefreshStep::kill_family:
      break;
  }
  transaction.defer(end_session, live.session, live.user, rotation.at, "refresh_token_reused");
  co_await transaction.commit();
  co_return Rotated{std::nullopt, live.sid};
}

Task<std::optional<Uuid>> PostgresSessions::close(UserId user, SessionId session, Timestamp at) {
  const auto rows =
      co_await database_.query(Scope::person(user), end_session, session, user, at, "logged_out");
  if (rows.empty()) co_return std::nullopt;
  co_return rows[0].get<Uuid>("sid");
}

Task<std::optional<SessionId>> PostgresSessions::of_sid(UserId user, Uuid sid) {
  const auto rows = co_await database_.query(Scope::person(user), select_of_sid, sid, user);
  if (rows.empty()) co_return std::nullopt;
  co_return rows[0].get<SessionId>("session_id");
}

Task<std::optional<LiveSession>> PostgresSessions::move(UserId user, Uuid sid, TenantId to, Uuid new_sid,
                                                        Timestamp at) {
  auto transaction = co_await database_.begin(Scope::of(to, user));
  const auto membership = co_await transaction.query(hold_membership, to, user);
  if (membership.empty()) co_return std::nullopt;
  const auto moved = co_await transaction.query(move_session, user, sid, to, new_sid, at);
  if (moved.empty()) co_return std::nullopt;
  transaction.defer(note_revocation, sid, at);
  co_await transaction.commit();
  co_return LiveSession{moved[0].get<SessionId>("session_id"), new_sid, user, to,
                        role_in(membership[0], "role")};
}

}  // namespace mrbill::auth
