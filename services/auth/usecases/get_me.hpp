// The caller, with the companies they belong to.
#pragma once

#include <optional>
#include <vector>

#include "ports/accounts.hpp"
#include "ports/belongings.hpp"

namespace mrbill::auth {

struct Me {
  Person person;
  std::vector<Belonging> belongings;
};

class GetMe {
 public:
  GetMe(Accounts& accounts, Belongings& belongings) : accounts_(accounts), belongings_(belongings) {}
  [[nodiscard]] Task<std::optional<Me>> operator()(Caller caller);

 private:
  Accounts& accounts_;
  Belongings& belongings_;
};

}  // namespace mrbill::auth
