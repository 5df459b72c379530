// Changes the caller's name, language or time zone.
#pragma once

#include <base/clock.hpp>
#include <base/result.hpp>

#include "ports/accounts.hpp"
#include "ports/memberships.hpp"
#include "usecases/get_me.hpp"

namespace mrbill::auth {

class UpdateMe {
 public:
  UpdateMe(Accounts& accounts, Memberships& memberships, const Clock& clock)
      : accounts_(accounts), memberships_(memberships), clock_(clock) {}
  // The version is that of the caller's If-Match.
  [[nodiscard]] Task<Result<Me, UpdateRefusal>> operator()(Caller caller, PersonChange change,
                                                           ExpectedVersion version);

 private:
  Accounts& accounts_;
  Memberships& memberships_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
