// The caller, with the companies they belong to.
#pragma once

#include <optional>
#include <vector>

#include "ports/accounts.hpp"
#include "ports/members.hpp"

namespace mrbill::auth {

struct Me {
  Person person;
  std::vector<Belonging> belongings;
};

class GetMe {
 public:
  GetMe(Accounts& accounts, Members& members) : accounts_(accounts), members_(members) {}
  [[nodiscard]] Task<std::optional<Me>> operator()(Caller caller);

 private:
  Accounts& accounts_;
  Members& members_;
};

}  // namespace mrbill::auth
