// The caller's company.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/result.hpp>

#include "domain/people.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

// A company that the caller founds and owns.
struct NewTenant {
  Tenant tenant;
  Caller caller;
  std::optional<IdempotencyKey> key;
};
enum class FoundRefusal : std::uint8_t { has_tenant, idempotency_key_in_use, idempotency_key_reused };

class Tenants {
 public:
  virtual ~Tenants() = default;
  [[nodiscard]] virtual Task<std::optional<Tenant>> find(Caller caller) = 0;
  [[nodiscard]] virtual Task<Result<Tenant, UpdateRefusal>> rename(Caller caller, std::string name,
                                                                   ExpectedVersion version, Timestamp at) = 0;
  // For who belongs to none: of many at once one succeeds. With a key that was used before,
  // the earlier creation.
  [[nodiscard]] virtual Task<Result<Created, FoundRefusal>> found(NewTenant order) = 0;
};

}  // namespace mrbill::auth
