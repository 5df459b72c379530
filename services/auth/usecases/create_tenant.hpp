// Founds a company for a person who belongs to none at present; who has one gets another by invitation only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <base/random.hpp>

#include "ports/tenants.hpp"

namespace mrbill::auth {

enum class CreateTenantError : std::uint8_t { has_tenant, idempotency_key_in_use, idempotency_key_reused };

class CreateTenant {
 public:
  struct Command {
    Caller caller;
    std::string name;
    std::optional<IdempotencyKey> key;
  };
  CreateTenant(Tenants& tenants, const Clock& clock, Random& random)
      : tenants_(tenants), clock_(clock), random_(random) {}
  // What the first request with the key made, if it is a known one.
  [[nodiscard]] Task<Result<Tenant, CreateTenantError>> operator()(Command command);

 private:
  Tenants& tenants_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
