// The companies that a person belongs to.
#pragma once

#include <vector>

#include <async/task.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

class Memberships {
 public:
  virtual ~Memberships() = default;
  // By the company's name, then its id.
  [[nodiscard]] virtual Task<std::vector<Membership>> of_person(UserId user) = 0;
};

}  // namespace mrbill::auth
