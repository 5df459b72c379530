#include "usecases/create_tenant.hpp"

#include <base/unreachable.hpp>
#include <text/shown.hpp>

namespace mrbill::auth {
namespace {

CreateTenantError error_of(FoundRefusal refusal) {
  switch (refusal) {
    case FoundRefusal::has_tenant:
      return CreateTenantError::has_tenant;
    case FoundRefusal::idempotency_key_in_use:
      return CreateTenantError::idempotency_key_in_use;
    case FoundRefusal::idempotency_key_reused:
      return CreateTenantError::idempotency_key_reused;
  }
  unreachable();
}

}  // namespace

Task<Result<Tenant, CreateTenantError>> CreateTenant::operator()(Command command) {
  const auto now = clock_.now();
  Tenant tenant{.id = TenantId{new_uuid(clock_, random_)},
                .name = text::tidy_line(command.name),
                .members = 1,
                .created_at = now,
                .updated_at = now};
  NewTenant order{tenant, std::move(command.caller), std::move(command.key)};
  const auto founded = co_await tenants_.found(std::move(order));
  if (!founded) co_return fail(error_of(founded.error()));
  tenant.id = TenantId{founded->id};
  tenant.created_at = tenant.updated_at = founded->at;
  co_return tenant;
}

}  // namespace mrbill::auth
