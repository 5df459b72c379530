#pragma once

#include <algorithm>

#include "adapters/memory/memory_people.hpp"
#include "ports/belongings.hpp"

namespace mrbill::auth {

class MemoryBelongings final : public Belongings {
 public:
  explicit MemoryBelongings(MemoryPeople& people) : people_(people) {}

  Task<std::vector<Belonging>> of_person(UserId user) override {
    std::vector<Belonging> out;
    for (const auto& [key, role] : people_.memberships) {
      if (key.second == user) out.push_back({key.first, people_.tenants.at(key.first), role});
    }
    const auto place = [](const Belonging& belonging) {
      return std::pair(belonging.tenant_name, belonging.tenant);
    };
    std::ranges::sort(out, {}, place);
    co_return out;
  }

 private:
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
