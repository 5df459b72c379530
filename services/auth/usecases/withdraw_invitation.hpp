// Withdraws an invitation: its link stops working.
#pragma once

#include <cstdint>

#include "ports/invitations.hpp"

namespace mrbill::auth {

enum class WithdrawInvitationError : std::uint8_t {
  not_permitted,
  invitation_not_found,
  invitation_accepted
};

class WithdrawInvitation {
 public:
  WithdrawInvitation(Invitations& invitations, const Clock& clock)
      : invitations_(invitations), clock_(clock) {}
  [[nodiscard]] Task<Result<void, WithdrawInvitationError>> operator()(Caller caller, InvitationId id);

 private:
  Invitations& invitations_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
