#include "adapters/postgres/postgres_members.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "adapters/postgres/columns.hpp"
#include "adapters/postgres/read_page.hpp"

namespace mrbill::auth {
namespace {

using contract::events::MembershipChange;
using contract::events::MembershipChanged;
using postgres::MadeStatement;
using postgres::Scope;
using postgres::Statement;

constexpr auto member_columns = postgres::columns(
    postgres::column<&Member::user>("user_id"),
    postgres::column<&Member::full_name>("full_name", "u.full_name"),
    postgres::column<&Member::email>("email", "u.email"), postgres::column<&Member::role>("role"),
    postgres::column<&Member::joined_at>("created_at"), postgres::column<&Member::version>("version"));
std::string members_where(std::string_view what) {
  return fmt::format("SELECT {} FROM memberships m JOIN users u USING (user_id) WHERE m.tenant_id = $1 {}",
                     member_columns.list("m"), what);
}
const MadeStatement select_page{"list_members",
                                members_where("ORDER BY u.full_name, u.user_id LIMIT $2 OFFSET $3")};
const MadeStatement select_after{
    "list_members_after",
    members_where("AND (u.full_name, u.user_id) > ($3, $4::uuid) ORDER BY u.full_name, u.user_id LIMIT $2")};
const MadeStatement select_member{"find_member", members_where("AND m.user_id = $2")};

constexpr Statement count_members{"count_members", "SELECT count(*) FROM memberships WHERE tenant_id = $1"};
// Does not stand in the way of those who only refer to the company (a session, an invitation): they would
// wait in a circle.
constexpr Statement take_turn{"take_turn_of_tenant",
                              "SELECT 1 FROM tenants WHERE tenant_id = $1 FOR NO KEY UPDATE"};
constexpr Statement select_facts{
    "member_facts",
    "SELECT (SELECT role FROM memberships WHERE tenant_id = $1 AND user_id = $2) AS actor, m.role AS member, "
    "m.version, "
    "       (SELECT count(*) FROM memberships WHERE tenant_id = $1 AND role = 'OWNER') AS owners "
    "FROM memberships m WHERE m.tenant_id = $1 AND m.user_id = $3"};
constexpr Statement select_departure{"departure_of_member",
                                     "SELECT m.role AS actor, has_left($3) AS gone FROM memberships m WHERE "
                                     "m.tenant_id = $1 AND m.user_id = $2"};
constexpr Statement update_role{"update_role",
                                "UPDATE memberships SET role = $3, updated_at = $4, version = version + 1 "
                                "WHERE tenant_id = $1 AND user_id = $2"};
constexpr Statement delete_member{"delete_member",
                                  "DELETE FROM memberships WHERE tenant_id = $1 AND user_id = $2"};
constexpr Statement revoke_membership{"revoke_membership", "SELECT revoke_tokens('MEMBERSHIP', $2, $1, $3)"};
constexpr Statement end_sessions{"end_sessions_of_member",
                                 "UPDATE sessions SET revoked_at = $3, revoked_for = 'left_tenant' "
                                 "WHERE tenant_id = $1 AND user_id = $2 AND revoked_at IS NULL"};

constexpr Statement withdraw_invitations{
    "withdraw_invitations_of_member",
    "UPDATE invitations SET revoked_at = $3 WHERE tenant_id = $1 AND invited_by = $2 AND accepted_at IS NULL "
    "AND revoked_at IS NULL AND role = ANY ($4::text[])"};

// The roles that somebody with this role may give to nobody; without one, all.
std::vector<std::string> beyond(std::optional<Role> inviter) {
  std::vector<std::string> out;
  for (const auto role : {Role::user, Role::admin, Role::owner}) {
    if (!inviter || !may_invite_as(*inviter, role)) out.emplace_back(to_string(role));
  }
  return out;
}

MemberChangeRefusal refusal_of(MemberRefusal refusal) {
  return refusal == MemberRefusal::last_owner ? MemberChangeRefusal::last_owner
                                              : MemberChangeRefusal::not_permitted;
}

}  // namespace

Task<Page<Member>> PostgresMembers::list(Caller caller, PageRequest request) {
  const auto key_of = [](postgres::Row row) {
    return PageKey{row.get<std::string>("full_name"), row.get<std::string>("user_id")};
  };
  return read_page<Member>(database_, std::move(caller), std::move(request),
                           {count_members, select_page, select_after}, member_columns, key_of);
}

Task<std::optional<Member>> PostgresMembers::find(Caller caller, UserId member) {
  const auto rows =
      co_await database_.query(Scope::of(caller.tenant, caller.user), select_member, caller.tenant, member);
  if (rows.empty()) co_return std::nullopt;
  co_return member_columns.read<Member>(rows[0]);
}

Task<std::optional<PostgresMembers::Facts>> PostgresMembers::hold(postgres::Transaction& transaction,
                                                                  Caller caller, UserId member) {
  transaction.defer(take_turn, caller.tenant);
  const auto rows = co_await transaction.query(select_facts, caller.tenant, caller.user, member);
  if (rows.empty() || rows[0].get<std::optional<std::string>>("actor") == std::nullopt)
    co_return std::nullopt;
  co_return Facts{rows[0].get<Role>("actor"), rows[0].get<Role>("member"),
                  rows[0].get<std::int64_t>("version"), rows[0].get<int>("owners")};
}

Task<Result<MemberChanged, MemberChangeRefusal>> PostgresMembers::change_role(RoleOrder order) {
  const auto& caller = order.caller;
  auto transaction = co_await database_.begin(Scope::of(caller.tenant, caller.user));
  const auto facts = co_await hold(transaction, caller, order.member);
  if (!facts) co_return fail(MemberChangeRefusal::member_not_found);
  const auto allowed =
      order.rule({facts->actor, facts->member, order.role, caller.user == order.member, facts->owners});
  if (!allowed) co_return fail(refusal_of(allowed.error()));
  if (facts->member == order.role) {  // whatever version it was based on: often sent again (docs/adr/0045)
    const auto same = co_await transaction.query(select_member, caller.tenant, order.member);
    co_return MemberChanged{member_columns.read<Member>(same[0]), false};
  }
  if (!order.version.admits(facts->version)) co_return fail(MemberChangeRefusal::stale);

  const auto version = facts->version + 1;
  transaction.defer(update_role, caller.tenant, order.member, order.role, order.at);
  transaction.defer(revoke_membership, caller.tenant, order.member, version);
  transaction.defer(withdraw_invitations, caller.tenant, order.member, order.at, beyond(order.role));
  const auto member = co_await transaction.query(select_member, caller.tenant, order.member);
  const MembershipChanged change{order.member.uuid, MembershipChange::role_changed, event_role(order.role),
                                 version};
  co_await auth_events_.tell(transaction, caller.tenant, change, caller.traceparent);
  co_await transaction.commit();
  co_return MemberChanged{member_columns.read<Member>(member[0]), true};
}

// Done, for whoever could have done it: often sent again (docs/adr/0045).
Task<Result<void, MemberChangeRefusal>> PostgresMembers::removed_already(postgres::Transaction& transaction,
                                                                         RemovalOrder order) {
  const auto& caller = order.caller;
  const auto rows = co_await transaction.query(select_departure, caller.tenant, caller.user, order.member);
  const bool gone = !rows.empty() && rows[0].get<bool>("gone");
  if (!gone || !order.rule({rows[0].get<Role>("actor"), Role::user, false, 1}))
    co_return fail(MemberChangeRefusal::member_not_found);
  co_return Result<void, MemberChangeRefusal>{};
}

Task<Result<void, MemberChangeRefusal>> PostgresMembers::remove(RemovalOrder order) {
  const auto& caller = order.caller;
  auto transaction = co_await database_.begin(Scope::of(caller.tenant, caller.user));
  const auto facts = co_await hold(transaction, caller, order.member);
  if (!facts) co_return co_await removed_already(transaction, order);
  const auto allowed = order.rule({facts->actor, facts->member, caller.user == order.member, facts->owners});
  if (!allowed) co_return fail(refusal_of(allowed.error()));
  if (!order.version.admits(facts->version)) co_return fail(MemberChangeRefusal::stale);

  const auto version = facts->version + 1;
  transaction.defer(delete_member, caller.tenant, order.member);
  transaction.defer(revoke_membership, caller.tenant, order.member, version);
  transaction.defer(withdraw_invitations, caller.tenant, order.member, order.at, beyond(std::nullopt));
  transaction.defer(end_sessions, caller.tenant, order.member, order.at);
  const bool removed = caller.user != order.member;
  const MembershipChanged change{order.member.uuid, MembershipChange::left, std::nullopt, version, removed};
  co_await auth_events_.tell(transaction, caller.tenant, change, caller.traceparent);
  co_await transaction.commit();
  co_return Result<void, MemberChangeRefusal>{};
}

}  // namespace mrbill::auth
