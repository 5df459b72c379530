#include "adapters/postgres/members.hpp"

#include <algorithm>

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

using contract::events::MembershipChange;
using contract::events::MembershipChanged;
using postgres::Scope;
using postgres::Statement;

constexpr Statement select_belongings{
    "belongings_of_person",
    "SELECT m.tenant_id, t.name, m.role FROM memberships m JOIN tenants t USING (tenant_id) "
    "WHERE m.user_id = $1 ORDER BY t.name, m.tenant_id"};

#define MRBILL_MEMBERS                                                                                       \
  "SELECT u.user_id, u.full_name, u.email, m.role, m.created_at, m.version FROM memberships m JOIN users u " \
  "USING (user_id) WHERE m.tenant_id = $1 "
constexpr Statement select_page{"list_members",
                                MRBILL_MEMBERS "ORDER BY u.full_name, u.user_id LIMIT $2 OFFSET $3"};
constexpr Statement select_after{
    "list_members_after",
    MRBILL_MEMBERS "AND (u.full_name, u.user_id) > ($3, $4::uuid) ORDER BY u.full_name, u.user_id LIMIT $2"};
constexpr Statement select_member{"find_member", MRBILL_MEMBERS "AND m.user_id = $2"};
#undef MRBILL_MEMBERS

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
    if (!inviter || !may_invite_as(*inviter, role)) out.push_back(name_of(role));
  }
  return out;
}

Member member_in(const postgres::Row& row) {
  return {.user = row.get<UserId>("user_id"),
          .full_name = row.get<std::string>("full_name"),
          .email = email_in(row),
          .role = role_in(row, "role"),
          .joined_at = row.get<Timestamp>("created_at"),
          .version = row.get<std::int64_t>("version")};
}

MemberChangeRefusal refusal_of(MemberRefusal refusal) {
  return refusal == MemberRefusal::last_owner ? MemberChangeRefusal::last_owner
                                              : MemberChangeRefusal::not_permitted;
}

}  // namespace

Task<std::vector<Belonging>> PostgresMembers::of_person(UserId user) {
  const auto rows = co_await database_.query(Scope::person(user), select_belongings, user);
  std::vector<Belonging> out;
  for (const auto row : rows) {
    out.push_back({row.get<TenantId>("tenant_id"), row.get<std::string>("name"), role_in(row, "role")});
  }
  co_return out;
}

Task<Page<Member>> PostgresMembers::list(Caller caller, PageRequest request) {
  auto transaction = co_await database_.begin(Scope::of(caller.tenant, caller.user));
  const auto count = co_await transaction.query(count_members, caller.tenant);
  postgres::Rows rows;
  if (request.after) {
    rows = co_await transaction.query(select_after, caller.tenant, request.size + 1, request.after->sorted_by,
                                      request.after->id);
  } else {
    rows = co_await transaction.query(select_page, caller.tenant, request.size + 1, request.offset());
  }
  Page<Member> page{.items = {}, .total = count[0].get<std::int64_t>(0), .next = std::nullopt};
  for (const auto row : rows) page.items.push_back(member_in(row));
  if (static_cast<std::int64_t>(page.items.size()) > request.size) {
    page.items.pop_back();
    page.next = PageKey{page.items.back().full_name, page.items.back().user.to_string()};
  }
  co_return page;
}

Task<std::optional<Member>> PostgresMembers::find(Caller caller, UserId member) {
  const auto rows =
      co_await database_.query(Scope::of(caller.tenant, caller.user), select_member, caller.tenant, member);
  if (rows.empty()) co_return std::nullopt;
  co_return member_in(rows[0]);
}

Task<std::optional<PostgresMembers::Facts>> PostgresMembers::hold(postgres::Transaction& transaction,
                                                                  Caller caller, UserId member) {
  transaction.defer(take_turn, caller.tenant);
  const auto rows = co_await transaction.query(select_facts, caller.tenant, caller.user, member);
  if (rows.empty() || rows[0].get<std::optional<std::string>>("actor") == std::nullopt)
    co_return std::nullopt;
  co_return Facts{role_in(rows[0], "actor"), role_in(rows[0], "member"), rows[0].get<std::int64_t>("version"),
                  rows[0].get<int>("owners")};
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
    co_return MemberChanged{member_in(same[0]), false};
  }
  if (!order.version.admits(facts->version)) co_return fail(MemberChangeRefusal::stale);

  const auto version = facts->version + 1;
  transaction.defer(update_role, caller.tenant, order.member, name_of(order.role), order.at);
  transaction.defer(revoke_membership, caller.tenant, order.member, version);
  transaction.defer(withdraw_invitations, caller.tenant, order.member, order.at, beyond(order.role));
  const auto member = co_await transaction.query(select_member, caller.tenant, order.member);
  const MembershipChanged change{order.member.uuid, MembershipChange::role_changed, event_role(order.role),
                                 version};
  co_await domain_events_.tell(transaction, caller.tenant, change, caller.traceparent);
  co_await transaction.commit();
  co_return MemberChanged{member_in(member[0]), true};
}

// Done, for whoever could have done it: often sent again (docs/adr/0045).
Task<Result<void, MemberChangeRefusal>> PostgresMembers::removed_already(postgres::Transaction& transaction,
                                                                         RemovalOrder order) {
  const auto& caller = order.caller;
  const auto rows = co_await transaction.query(select_departure, caller.tenant, caller.user, order.member);
  const bool gone = !rows.empty() && rows[0].get<bool>("gone");
  if (!gone || !order.rule({role_in(rows[0], "actor"), Role::user, false, 1}))
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
  co_await domain_events_.tell(transaction, caller.tenant, change, caller.traceparent);
  co_await transaction.commit();
  co_return Result<void, MemberChangeRefusal>{};
}

}  // namespace mrbill::auth
