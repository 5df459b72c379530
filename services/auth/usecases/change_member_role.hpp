// Gives a member another role. Their access tokens of this company are void at once; a refresh brings one with the new role.
#pragma once

#include "ports/members.hpp"
#include "ports/revocation_notices.hpp"

namespace mrbill::auth {

class ChangeMemberRole {
 public:
  ChangeMemberRole(Members& members, RevocationNotices& notices, const Clock& clock)
      : members_(members), notices_(notices), clock_(clock) {}
  [[nodiscard]] Task<Result<Member, MemberChangeRefusal>> run(Caller caller, UserId member, Role role,
                                                              std::int64_t version);

 private:
  Members& members_;
  RevocationNotices& notices_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
