// Who belongs to the caller's company. Addresses are for those who manage members.
#pragma once

#include "ports/members.hpp"

namespace mrbill::auth {

struct MemberList {
  Page<Member> page;
  bool with_addresses = false;
};

class ListMembers {
 public:
  explicit ListMembers(Members& members) : members_(members) {}
  [[nodiscard]] Task<MemberList> operator()(Caller caller, PageRequest request);

 private:
  Members& members_;
};

}  // namespace mrbill::auth
