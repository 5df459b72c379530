#include "adapters/postgres/postgres_member_republisher.hpp"

namespace mrbill::auth {
namespace {

using contract::events::PersonChanged;
using contract::events::TenantChanged;
using postgres::Scope;
using postgres::Statement;

constexpr Statement select_tenants{
    "members_tenants", "SELECT tenant_id FROM tenants WHERE tenant_id > $1 ORDER BY tenant_id LIMIT $2"};
constexpr Statement select_tenant{"members_tenant", "SELECT name, version FROM tenants WHERE tenant_id = $1"};
constexpr Statement select_people{"members_people", R"(
  SELECT u.user_id, u.full_name, u.locale, u.time_zone, u.version
  FROM memberships m JOIN users u USING (user_id) WHERE m.tenant_id = $1)"};

}  // namespace

Task<std::vector<TenantId>> PostgresMemberRepublisher::tenants(TenantId after, std::size_t max) {
  const auto rows =
      co_await database_.query(Scope::nobody(), select_tenants, after, static_cast<std::int64_t>(max));
  std::vector<TenantId> tenants;
  for (const auto row : rows) tenants.push_back(row.get<TenantId>("tenant_id"));
  co_return tenants;
}

// What changes between reading and telling is told by its own event, whose version is higher.
Task<> PostgresMemberRepublisher::republish(TenantId tenant, std::string traceparent) {
  auto transaction = co_await database_.begin(Scope::of(tenant));
  const auto company = co_await transaction.query(select_tenant, tenant);
  if (company.empty()) co_return;
  TenantChanged changed{tenant.uuid, company.front().get<std::string>("name"),
                        company.front().get<std::int64_t>("version")};
  co_await auth_events_.tell(transaction, tenant, std::move(changed), traceparent);
  const auto people = co_await transaction.query(select_people, tenant);
  for (const auto row : people) {
    PersonChanged person{.user_id = row.get<Uuid>("user_id"),
                         .full_name = row.get<std::string>("full_name"),
                         .locale = row.get<std::string>("locale"),
                         .time_zone = row.get<std::string>("time_zone"),
                         .version = row.get<std::int64_t>("version")};
    co_await auth_events_.tell(transaction, tenant, std::move(person), traceparent);
  }
  co_await transaction.commit();
}

}  // namespace mrbill::auth
