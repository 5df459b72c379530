// Whose membership of a company is over: a port. auth has the truth and tells of it (membership.changed).
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::content {

enum class Membership : std::uint8_t {
  holds,
  left,     // of their own accord
  removed,  // by somebody else
};

struct ToldMembership {
  TenantId tenant;
  UserId user;
  Membership state = Membership::holds;
  std::int64_t version = 0;
};

class Memberships {
 public:
  virtual ~Memberships() = default;
  // With the membership ends what was made for the person there, now and by schedule; of who was removed the
  // links to their films end as well, of who left they are the company's. An older version than the known one
  // changes nothing.
  [[nodiscard]] virtual Task<> learn(ToldMembership membership) = 0;
  [[nodiscard]] virtual Task<bool> is_over(TenantId tenant, UserId user) = 0;
};

}  // namespace mrbill::content
