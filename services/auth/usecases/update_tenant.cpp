#include "usecases/update_tenant.hpp"

#include <text/shown.hpp>

namespace mrbill::auth {

Task<Result<Tenant, UpdateTenantError>> UpdateTenant::run(Caller caller, std::string name,
                                                          std::int64_t version) {
  if (!allows(caller.role, Action::rename_tenant)) co_return fail(UpdateTenantError::not_permitted);
  auto tenant = co_await tenants_.rename(std::move(caller), text::tidy_line(name), version, clock_.now());
  if (tenant) co_return *std::move(tenant);
  co_return fail(tenant.error() == UpdateRefusal::stale ? UpdateTenantError::stale
                                                        : UpdateTenantError::tenant_not_found);
}

}  // namespace mrbill::auth
