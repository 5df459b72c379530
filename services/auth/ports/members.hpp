// Who belongs to a company, and as what.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>
#include <base/result.hpp>

#include "domain/page.hpp"
#include "domain/people.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

enum class MemberChangeRefusal : std::uint8_t { member_not_found, stale, not_permitted, last_owner };

// The rule is asked within the transaction, with facts that cannot change before it commits.
struct RoleOrder {
  Caller caller;
  UserId member;
  Role role = Role::user;
  ExpectedVersion version;
  Timestamp at;
  Result<void, MemberRefusal> (*rule)(const RoleChange&) = nullptr;
};
struct RemovalOrder {
  Caller caller;
  UserId member;
  ExpectedVersion version;
  Timestamp at;
  Result<void, MemberRefusal> (*rule)(const Removal&) = nullptr;
};

struct MemberChanged {
  Member member;
  bool changed = true;  // false: they had the role already
};

class Members {
 public:
  virtual ~Members() = default;
  [[nodiscard]] virtual Task<Page<Member>> list(Caller caller, PageRequest request) = 0;  // by name
  [[nodiscard]] virtual Task<std::optional<Member>> find(Caller caller, UserId member) = 0;
  // Both make their tokens of this company void, and withdraw their open invitations to what they may no
  // longer give.
  [[nodiscard]] virtual Task<Result<MemberChanged, MemberChangeRefusal>> change_role(RoleOrder order) = 0;
  [[nodiscard]] virtual Task<Result<void, MemberChangeRefusal>> remove(RemovalOrder order) = 0;
};

}  // namespace mrbill::auth
