// Changes the caller's name, language or time zone.
#pragma once

#include <base/clock.hpp>
#include <base/result.hpp>

#include "ports/accounts.hpp"
#include "ports/belongings.hpp"
#include "usecases/get_me.hpp"

namespace mrbill::auth {

class UpdateMe {
 public:
  UpdateMe(Accounts& accounts, Belongings& belongings, const Clock& clock)
      : accounts_(accounts), belongings_(belongings), clock_(clock) {}
  // The version is that of the caller's If-Match.
  [[nodiscard]] Task<Result<Me, UpdateRefusal>> operator()(Caller caller, PersonChange change,
                                                           ExpectedVersion version);

 private:
  Accounts& accounts_;
  Belongings& belongings_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
