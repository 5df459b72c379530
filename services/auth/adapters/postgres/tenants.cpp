#include "adapters/postgres/tenants.hpp"

namespace mrbill::auth {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement select_tenant{"find_tenant",
                                  "SELECT tenant_id, name, (SELECT count(*) FROM memberships m WHERE "
                                  "m.tenant_id = t.tenant_id) AS members, created_at, "
                                  "updated_at, version FROM tenants t WHERE tenant_id = $1"};
constexpr Statement update_name{"rename_tenant",
                                "UPDATE tenants SET name = $2, updated_at = $3, version = version + 1 "
                                "WHERE tenant_id = $1 AND (version = $4 OR $4 = 0)"};

std::optional<Tenant> tenant_in(const postgres::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  return Tenant{.id = row.get<TenantId>("tenant_id"),
                .name = row.get<std::string>("name"),
                .members = row.get<std::int64_t>("members"),
                .created_at = row.get<Timestamp>("created_at"),
                .updated_at = row.get<Timestamp>("updated_at"),
                .version = row.get<std::int64_t>("version")};
}

}  // namespace

Task<std::optional<Tenant>> PostgresTenants::find(Caller caller) {
  const auto rows =
      co_await database_.query(Scope::of(caller.tenant, caller.user), select_tenant, caller.tenant);
  co_return tenant_in(rows);
}

Task<Result<Tenant, UpdateRefusal>> PostgresTenants::rename(Caller caller, std::string name,
                                                            std::int64_t version, Timestamp at) {
  auto transaction = co_await database_.begin(Scope::of(caller.tenant, caller.user));
  const auto renamed = co_await transaction.query(update_name, caller.tenant, name, at, version);
  const auto rows = co_await transaction.query(select_tenant, caller.tenant);
  auto tenant = tenant_in(rows);
  if (!tenant) co_return fail(UpdateRefusal::not_found);
  if (renamed.affected() == 0) co_return fail(UpdateRefusal::stale);
  const contract::events::TenantChanged change{caller.tenant.uuid, tenant->name, tenant->version};
  co_await happenings_.tell(transaction, caller.tenant, change, caller.traceparent);
  co_await transaction.commit();
  co_return *std::move(tenant);
}

}  // namespace mrbill::auth
