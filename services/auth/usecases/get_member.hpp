// One member of the caller's company.
#pragma once

#include <optional>

#include "ports/members.hpp"

namespace mrbill::auth {

struct MemberView {
  Member member;
  bool with_address = false;
};

class GetMember {
 public:
  explicit GetMember(Members& members) : members_(members) {}
  [[nodiscard]] Task<std::optional<MemberView>> operator()(Caller caller, UserId member);

 private:
  Members& members_;
};

}  // namespace mrbill::auth
