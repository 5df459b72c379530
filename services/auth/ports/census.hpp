// Everybody there is, for those who begin to follow people: a port.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

class Census {
 public:
  virtual ~Census() = default;
  // In the order of their ids, after `after` (the nil UUID: from the first).
  [[nodiscard]] virtual Task<std::vector<TenantId>> tenants(TenantId after, std::size_t most) = 0;
  // Publishes what others may know of the tenant and of each member, as if it had just changed.
  [[nodiscard]] virtual Task<> tell_of(TenantId tenant, std::string traceparent) = 0;
};

}  // namespace mrbill::auth
