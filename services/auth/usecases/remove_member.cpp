#include "usecases/remove_member.hpp"

namespace mrbill::auth {

Task<Result<void, MemberChangeRefusal>> RemoveMember::operator()(Caller caller, UserId member,
                                                                 ExpectedVersion version) {
  const RemovalOrder order{std::move(caller), member, std::move(version), clock_.now(), &may_remove};
  co_return co_await members_.remove(order);
}

}  // namespace mrbill::auth
