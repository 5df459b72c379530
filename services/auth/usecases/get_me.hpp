// The caller, with the companies they belong to.
#pragma once

#include <optional>
#include <vector>

#include "ports/accounts.hpp"
#include "ports/memberships.hpp"

namespace mrbill::auth {

struct Me {
  Person person;
  std::vector<Membership> memberships;
};

class GetMe {
 public:
  GetMe(Accounts& accounts, Memberships& memberships) : accounts_(accounts), memberships_(memberships) {}
  [[nodiscard]] Task<std::optional<Me>> operator()(Caller caller);

 private:
  Accounts& accounts_;
  Memberships& memberships_;
};

}  // namespace mrbill::auth
