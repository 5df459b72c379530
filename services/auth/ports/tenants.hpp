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

class Tenants {
 public:
  virtual ~Tenants() = default;
  [[nodiscard]] virtual Task<std::optional<Tenant>> find(Caller caller) = 0;
  [[nodiscard]] virtual Task<Result<Tenant, UpdateRefusal>> rename(Caller caller, std::string name,
                                                                   std::int64_t version, Timestamp at) = 0;
};

}  // namespace mrbill::auth
