#include "usecases/update_tenant.hpp"

#include <text/shown.hpp>

namespace mrbill::auth {

Task<Result<Tenant, UpdateTenantError>> UpdateTenant::operator()(Caller caller, std::string name,
                                                                 ExpectedVersion version) {
  if (!allows(caller.role, Action::rename_tenant)) co_return fail(UpdateTenantError::not_permitted);
  name = text::tidy_line(name);
  auto tenant = co_await tenants_.rename(caller, name, std::move(version), clock_.now());
  if (tenant) co_return *std::move(tenant);
  if (tenant.error() != UpdateRefusal::stale) co_return fail(UpdateTenantError::tenant_not_found);
  auto current = co_await tenants_.find(caller);
  if (!current || current->name != name) co_return fail(UpdateTenantError::stale);
  co_return *std::move(current);  // most often a change whose answer was lost, sent again (docs/adr/0045)
}

}  // namespace mrbill::auth
