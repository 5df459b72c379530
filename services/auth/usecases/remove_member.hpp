// Takes a member out of the company, or lets the caller leave it. Their sessions in it end.
#pragma once

#include "ports/members.hpp"

namespace mrbill::auth {

class RemoveMember {
 public:
  RemoveMember(Members& members, const Clock& clock) : members_(members), clock_(clock) {}
  [[nodiscard]] Task<Result<void, MemberChangeRefusal>> operator()(Caller caller, UserId member,
                                                                   ExpectedVersion version);

 private:
  Members& members_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
