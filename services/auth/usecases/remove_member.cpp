#include "usecases/remove_member.hpp"

namespace mrbill::auth {

Task<Result<void, MemberChangeRefusal>> RemoveMember::run(Caller caller, UserId member,
                                                          std::int64_t version) {
  const RemovalOrder order{std::move(caller), member, version, clock_.now(), &may_remove};
  CO_TRY(auto void_sids, co_await members_.remove(order));
  co_await notices_.announce(std::move(void_sids));
  co_return Result<void, MemberChangeRefusal>{};
}

}  // namespace mrbill::auth
