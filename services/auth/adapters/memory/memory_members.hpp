#pragma once

#include <algorithm>

#include "adapters/memory/memory_people.hpp"
#include "ports/members.hpp"

namespace mrbill::auth {

// Enough of Members for signing in: whom one belongs to. Changing members is tested on PostgreSQL, where it
// can race.
class MemoryMembers final : public Members {
 public:
  explicit MemoryMembers(MemoryPeople& people) : people_(people) {}

  Task<std::vector<Belonging>> of_person(UserId user) override {
    std::vector<Belonging> out;
    for (const auto& [key, role] : people_.memberships) {
      if (key.second == user) out.push_back({key.first, people_.tenants.at(key.first), role});
    }
    std::ranges::sort(out, {}, &Belonging::tenant_name);
    co_return out;
  }
  Task<Page<Member>> list(Caller, PageRequest) override { co_return Page<Member>{}; }
  Task<std::optional<Member>> find(Caller, UserId) override { co_return std::nullopt; }
  Task<Result<MemberChanged, MemberChangeRefusal>> change_role(RoleOrder) override {
    co_return fail(MemberChangeRefusal::member_not_found);
  }
  Task<Result<void, MemberChangeRefusal>> remove(RemovalOrder) override {
    co_return fail(MemberChangeRefusal::member_not_found);
  }

 private:
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
