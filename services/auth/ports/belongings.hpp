// The companies that a person belongs to.
#pragma once

#include <vector>

#include <async/task.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

class Belongings {
 public:
  virtual ~Belongings() = default;
  // By the company's name, then its id.
  [[nodiscard]] virtual Task<std::vector<Belonging>> of_person(UserId user) = 0;
};

}  // namespace mrbill::auth
