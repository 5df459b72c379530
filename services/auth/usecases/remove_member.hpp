// Takes a member out of the company, or lets the caller leave it. Their sessions in it end.
#pragma once

#include "ports/members.hpp"
#include "ports/revocation_notices.hpp"

namespace mrbill::auth {

class RemoveMember {
 public:
  RemoveMember(Members& members, RevocationNotices& notices, const Clock& clock)
      : members_(members), notices_(notices), clock_(clock) {}
  [[nodiscard]] Task<Result<void, MemberChangeRefusal>> run(Caller caller, UserId member,
                                                            std::int64_t version);

 private:
  Members& members_;
  RevocationNotices& notices_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
