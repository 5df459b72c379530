#include "usecases/withdraw_invitation.hpp"

namespace mrbill::auth {

Task<Result<void, WithdrawInvitationError>> WithdrawInvitation::run(Caller caller, InvitationId id) {
  if (!allows(caller.role, Action::revoke_invitations))
    co_return fail(WithdrawInvitationError::not_permitted);
  const auto withdrawn = co_await invitations_.withdraw(std::move(caller), id, clock_.now());
  if (withdrawn) co_return Result<void, WithdrawInvitationError>{};
  co_return fail(withdrawn.error() == WithdrawRefusal::invitation_accepted
                     ? WithdrawInvitationError::invitation_accepted
                     : WithdrawInvitationError::invitation_not_found);
}

}  // namespace mrbill::auth
