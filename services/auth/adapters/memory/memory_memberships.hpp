#pragma once

#include <algorithm>

#include "adapters/memory/memory_people.hpp"
#include "ports/memberships.hpp"

namespace mrbill::auth {

class MemoryMemberships final : public Memberships {
 public:
  explicit MemoryMemberships(MemoryPeople& people) : people_(people) {}

  Task<std::vector<Membership>> of_person(UserId user) override {
    std::vector<Membership> out;
    for (const auto& [key, role] : people_.memberships) {
      if (key.second == user) out.push_back({key.first, people_.tenants.at(key.first), role});
    }
    const auto place = [](const Membership& membership) {
      return std::pair(membership.tenant_name, membership.tenant);
    };
    std::ranges::sort(out, {}, place);
    co_return out;
  }

 private:
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
