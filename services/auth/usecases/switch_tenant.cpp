#include "usecases/switch_tenant.hpp"

namespace mrbill::auth {

Task<Result<SignedIn, SwitchError>> SwitchTenant::operator()(Caller caller, TenantId to) {
  const auto now = clock_.now();
  const auto live = co_await sessions_.move(caller.user, caller.sid, to, now);
  if (!live) co_return fail(SwitchError::tenant_not_found);
  co_return SignedIn{*live, access_tokens_.sign(*live, now), std::nullopt, Transport::body};
}

}  // namespace mrbill::auth
