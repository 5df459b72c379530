// Gives a member another role. Their access tokens of this company are void at once; a refresh brings one
// with the new role. A company that changes roles without end is slowed down: each change is an event and a
// revocation that everybody follows.
#pragma once

#include <chrono>
#include <cstdint>

#include "domain/throttle_rules.hpp"
#include "ports/members.hpp"
#include "ports/throttle.hpp"

namespace mrbill::auth {

struct ChangeRoleError {
  enum class Code : std::uint8_t { member_not_found, stale, not_permitted, last_owner, too_many_requests };
  Code code;
  std::chrono::milliseconds wait{0};
};

class ChangeMemberRole {
 public:
  ChangeMemberRole(Members& members, Throttle& throttle, const ThrottleRules& rules, const Clock& clock)
      : members_(members), throttle_(throttle), rules_(rules), clock_(clock) {}
  [[nodiscard]] Task<Result<Member, ChangeRoleError>> operator()(Caller caller, UserId member, Role role,
                                                                 ExpectedVersion version);

 private:
  Members& members_;
  Throttle& throttle_;
  const ThrottleRules& rules_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
