#include "usecases/list_members.hpp"

namespace mrbill::auth {

Task<MemberList> ListMembers::operator()(Caller caller, PageRequest request) {
  const bool with_addresses = allows(caller.role, Action::see_addresses);
  auto page = co_await members_.list(std::move(caller), std::move(request));
  co_return MemberList{std::move(page), with_addresses};
}

}  // namespace mrbill::auth
