#include "usecases/change_member_role.hpp"

#include <base/unreachable.hpp>

namespace mrbill::auth {
namespace {

using Code = ChangeRoleError::Code;

Code code_of(MemberChangeRefusal refusal) {
  switch (refusal) {
    case MemberChangeRefusal::member_not_found:
      return Code::member_not_found;
    case MemberChangeRefusal::stale:
      return Code::stale;
    case MemberChangeRefusal::not_permitted:
      return Code::not_permitted;
    case MemberChangeRefusal::last_owner:
      return Code::last_owner;
  }
  unreachable();
}

}  // namespace

Task<Result<Member, ChangeRoleError>> ChangeMemberRole::operator()(Caller caller, UserId member, Role role,
                                                                   ExpectedVersion version) {
  const auto counters = rules_.change_role(caller.tenant.to_string());
  const auto wait = co_await throttle_.wait(counters);
  if (wait.count() > 0) co_return fail(ChangeRoleError{Code::too_many_requests, wait});

  const RoleOrder order{std::move(caller), member, role, std::move(version), clock_.now(), &may_change_role};
  auto changed = co_await members_.change_role(order);
  if (!changed) co_return fail(ChangeRoleError{code_of(changed.error())});
  if (changed->changed) co_await throttle_.count(counters);
  co_return std::move(changed->member);
}

}  // namespace mrbill::auth
