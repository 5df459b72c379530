// Whose membership of a company is over: a port. auth has the truth and tells of it (membership.changed).
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::catalog {

struct ToldMembership {
  TenantId tenant;
  UserId user;
  bool is_over = false;  // they left, or were removed
  std::int64_t version = 0;
};

class Memberships {
 public:
  virtual ~Memberships() = default;
  // What was running for the person there ends with the membership, and says why. An older version than the
  // known one changes nothing.
  [[nodiscard]] virtual Task<> learn(ToldMembership membership) = 0;
  [[nodiscard]] virtual Task<bool> is_over(TenantId tenant, UserId user) = 0;
};

}  // namespace mrbill::catalog
