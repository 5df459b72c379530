#include "adapters/postgres/postgres_tenants.hpp"

#include <fmt/format.h>

#include <base/check.hpp>
#include <postgres/columns.hpp>
#include <postgres/idempotency.hpp>

namespace mrbill::auth {
namespace {

using namespace contract::events;
using postgres::Scope;
using postgres::Statement;

constexpr auto tenant_columns = postgres::columns(
    postgres::column<&Tenant::id>("tenant_id"), postgres::column<&Tenant::name>("name"),
    postgres::column<&Tenant::members>(
        "members", "(SELECT count(*) FROM memberships m WHERE m.tenant_id = t.tenant_id)"),
    postgres::column<&Tenant::created_at>("created_at"), postgres::column<&Tenant::updated_at>("updated_at"),
    postgres::column<&Tenant::version>("version"));
const postgres::MadeStatement select_tenant{
    "find_tenant", fmt::format("SELECT {} FROM tenants t WHERE tenant_id = $1", tenant_columns.list("t"))};
constexpr Statement update_name{"rename_tenant",
                                "UPDATE tenants SET name = $2, updated_at = $3, version = version + 1 "
                                "WHERE tenant_id = $1 AND ($4 OR version = ANY($5))"};

// Whoever founds takes turns with themselves, and with whatever locks or renames them.
constexpr Statement hold_founder{
    "hold_founder",
    "SELECT full_name, locale, time_zone, version FROM users WHERE user_id = $1 FOR NO KEY UPDATE"};
constexpr Statement select_any_membership{"any_membership",
                                          "SELECT 1 FROM memberships WHERE user_id = $1 LIMIT 1"};
constexpr Statement enter_tenant{"enter_founded_tenant", "SELECT set_config('app.tenant_id', $1, true)"};
constexpr Statement insert_tenant{
    "found_tenant", "INSERT INTO tenants (tenant_id, name, created_at, updated_at) VALUES ($1, $2, $3, $3)"};
constexpr Statement insert_owner{"found_membership",
                                 "INSERT INTO memberships (tenant_id, user_id, role, created_at, updated_at, "
                                 "version) VALUES ($1, $2, 'OWNER', $3, $3, $4)"};

std::optional<Tenant> tenant_in(const postgres::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return tenant_columns.read<Tenant>(rows[0]);
}

}  // namespace

Task<std::optional<Tenant>> PostgresTenants::find(Caller caller) {
  const auto rows =
      co_await database_.query(Scope::of(caller.tenant, caller.user), select_tenant, caller.tenant);
  co_return tenant_in(rows);
}

Task<Result<Tenant, UpdateRefusal>> PostgresTenants::rename(Caller caller, std::string name,
                                                            ExpectedVersion version, Timestamp at) {
  auto transaction = co_await database_.begin(Scope::of(caller.tenant, caller.user));
  const auto renamed =
      co_await transaction.query(update_name, caller.tenant, name, at, version.any, version.versions);
  const auto rows = co_await transaction.query(select_tenant, caller.tenant);
  auto tenant = tenant_in(rows);
  if (!tenant) co_return fail(UpdateRefusal::not_found);
  if (renamed.affected() == 0) co_return fail(UpdateRefusal::stale);
  const TenantChanged change{caller.tenant.uuid, tenant->name, tenant->version};
  co_await auth_events_.tell(transaction, caller.tenant, change, caller.traceparent);
  co_await transaction.commit();
  co_return *std::move(tenant);
}

Task<Result<Created, FoundRefusal>> PostgresTenants::found(NewTenant order) {
  const auto founder = order.caller.user;
  const Created created{.id = order.tenant.id.uuid, .at = order.tenant.created_at};
  const postgres::KeyOwner owner{order.caller.tenant, founder};
  auto transaction = co_await database_.begin(postgres::scope_of(owner));
  const auto held = co_await transaction.query(hold_founder, founder);
  CHECK(!held.empty(), "an account is never deleted");
  const auto taken = co_await postgres::take(transaction, owner, order.key, created);
  if (!taken)
    co_return fail(taken.error() == KeyConflict::in_use ? FoundRefusal::idempotency_key_in_use
                                                        : FoundRefusal::idempotency_key_reused);
  if (taken->repeated) co_return *taken;
  const auto membership = co_await transaction.query(select_any_membership, founder);
  if (!membership.empty()) co_return fail(FoundRefusal::has_tenant);
  const PersonChanged person{founder.uuid, held[0].get<std::string>("full_name"),
                             held[0].get<std::string>("locale"), held[0].get<std::string>("time_zone"),
                             held[0].get<std::int64_t>("version")};
  co_await write(transaction, std::move(order), person);
  co_await transaction.commit();
  co_return created;
}

Task<> PostgresTenants::write(postgres::Transaction& transaction, NewTenant order, PersonChanged founder) {
  const auto& [tenant, caller, key] = order;
  transaction.defer(enter_tenant, tenant.id.to_string());
  transaction.defer(insert_tenant, tenant.id, tenant.name, tenant.created_at);
  transaction.defer(insert_owner, tenant.id, caller.user, tenant.created_at,
                    first_version(tenant.created_at));
  const TenantChanged founded{tenant.id.uuid, tenant.name, tenant.version};
  co_await auth_events_.tell(transaction, tenant.id, founded, caller.traceparent);
  co_await auth_events_.tell(transaction, tenant.id, std::move(founder), caller.traceparent);
  const MembershipChanged joined{caller.user.uuid, MembershipChange::joined, MemberRole::owner,
                                 first_version(tenant.created_at), std::nullopt};
  co_await auth_events_.tell(transaction, tenant.id, joined, caller.traceparent);
}

}  // namespace mrbill::auth
