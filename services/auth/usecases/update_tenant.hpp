// Renames the company of the caller's token.
#pragma once

#include <cstdint>
#include <string>

#include "ports/tenants.hpp"

namespace mrbill::auth {

enum class UpdateTenantError : std::uint8_t { not_permitted, tenant_not_found, stale };

class UpdateTenant {
 public:
  UpdateTenant(Tenants& tenants, const Clock& clock) : tenants_(tenants), clock_(clock) {}
  [[nodiscard]] Task<Result<Tenant, UpdateTenantError>> operator()(Caller caller, std::string name,
                                                                   ExpectedVersion version);

 private:
  Tenants& tenants_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
