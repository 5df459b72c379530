#include "usecases/withdraw_invitation.hpp"

#include <base/unreachable.hpp>

namespace mrbill::auth {
namespace {

WithdrawInvitationError error_of(WithdrawRefusal refusal) {
  switch (refusal) {
    case WithdrawRefusal::not_permitted:
      return WithdrawInvitationError::not_permitted;
    case WithdrawRefusal::invitation_not_found:
      return WithdrawInvitationError::invitation_not_found;
    case WithdrawRefusal::invitation_accepted:
      return WithdrawInvitationError::invitation_accepted;
  }
  unreachable();
}

}  // namespace

Task<Result<void, WithdrawInvitationError>> WithdrawInvitation::operator()(Caller caller, InvitationId id) {
  if (!allows(caller.role, Action::revoke_invitations))
    co_return fail(WithdrawInvitationError::not_permitted);
  const WithdrawOrder order{std::move(caller), id, clock_.now(), &may_withdraw};
  const auto withdrawn = co_await invitations_.withdraw(order);
  if (withdrawn) co_return Result<void, WithdrawInvitationError>{};
  co_return fail(error_of(withdrawn.error()));
}

}  // namespace mrbill::auth
