// Publishes the members of each tenant again, for services that begin to follow people: a port.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

class MemberRepublisher {
 public:
  virtual ~MemberRepublisher() = default;
  // In the order of their ids, after `after` (the nil UUID: from the first).
  [[nodiscard]] virtual Task<std::vector<TenantId>> tenants(TenantId after, std::size_t max) = 0;
  // Publishes what others may know of the tenant and of each member, as if it had just changed.
  [[nodiscard]] virtual Task<> republish(TenantId tenant, std::string traceparent) = 0;
};

}  // namespace mrbill::auth
