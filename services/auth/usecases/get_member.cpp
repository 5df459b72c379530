#include "usecases/get_member.hpp"

namespace mrbill::auth {

Task<std::optional<MemberView>> GetMember::operator()(Caller caller, UserId member) {
  const bool with_address = allows(caller.role, Action::see_addresses);
  auto found = co_await members_.find(std::move(caller), member);
  if (!found) co_return std::nullopt;
  co_return MemberView{*std::move(found), with_address};
}

}  // namespace mrbill::auth
