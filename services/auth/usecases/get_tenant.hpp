// The company of the caller's token.
#pragma once

#include <optional>

#include "ports/tenants.hpp"

namespace mrbill::auth {

class GetTenant {
 public:
  explicit GetTenant(Tenants& tenants) : tenants_(tenants) {}
  [[nodiscard]] Task<std::optional<Tenant>> operator()(Caller caller) {
    return tenants_.find(std::move(caller));
  }

 private:
  Tenants& tenants_;
};

}  // namespace mrbill::auth
