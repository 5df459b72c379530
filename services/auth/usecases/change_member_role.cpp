#include "usecases/change_member_role.hpp"

namespace mrbill::auth {

Task<Result<Member, MemberChangeRefusal>> ChangeMemberRole::run(Caller caller, UserId member, Role role,
                                                                std::int64_t version) {
  const RoleOrder order{std::move(caller), member, role, version, clock_.now(), &may_change_role};
  CO_TRY(auto changed, co_await members_.change_role(order));
  co_await notices_.announce(std::move(changed.void_sids));
  co_return std::move(changed.member);
}

}  // namespace mrbill::auth
