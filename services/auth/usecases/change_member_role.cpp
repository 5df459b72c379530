#include "usecases/change_member_role.hpp"

namespace mrbill::auth {

Task<Result<Member, MemberChangeRefusal>> ChangeMemberRole::run(Caller caller, UserId member, Role role,
                                                                std::int64_t version) {
  const RoleOrder order{std::move(caller), member, role, version, clock_.now(), &may_change_role};
  auto outcome = co_await members_.change_role(order);
  if (!outcome && outcome.error() == MemberChangeRefusal::stale) {
    auto current = co_await members_.find(order.caller, member);
    if (current && current->role == role) co_return *std::move(current);  // sent again (docs/adr/0045)
  }
  CO_TRY(auto changed, std::move(outcome));
  co_await notices_.announce(std::move(changed.void_sids));
  co_return std::move(changed.member);
}

}  // namespace mrbill::auth
