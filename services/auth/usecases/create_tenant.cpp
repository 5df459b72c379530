#include "usecases/create_tenant.hpp"

#include <text/shown.hpp>

namespace mrbill::auth {

Task<Result<std::string, CreateTenantError>> CreateTenant::operator()(Command command) {
  if (command.answer_key) {
    auto given = co_await answers_.find(*command.answer_key);
    if (!given) co_return fail(CreateTenantError::idempotency_key_reused);
    if (*given) co_return **std::move(given);
  }
  const auto now = clock_.now();
  const Tenant tenant{.id = TenantId{new_uuid(clock_, random_)},
                      .name = text::tidy_line(command.name),
                      .members = 1,
                      .created_at = now,
                      .updated_at = now};
  auto answer = command.print(tenant);
  NewTenant order{tenant, std::move(command.caller), std::nullopt};
  if (command.answer_key) order.answer = Answer{*std::move(command.answer_key), answer};
  const auto founded = co_await tenants_.found(std::move(order));
  if (founded) co_return answer;
  co_return fail(founded.error() == FoundRefusal::has_tenant ? CreateTenantError::has_tenant
                                                             : CreateTenantError::idempotency_key_in_use);
}

}  // namespace mrbill::auth
