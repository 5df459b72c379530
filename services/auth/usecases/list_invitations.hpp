// Invitations of the caller's company, newest first.
#pragma once

#include <cstdint>

#include <base/result.hpp>

#include "ports/invitations.hpp"

namespace mrbill::auth {

enum class ListInvitationsError : std::uint8_t { not_permitted };

class ListInvitations {
 public:
  explicit ListInvitations(Invitations& invitations) : invitations_(invitations) {}
  [[nodiscard]] Task<Result<Page<Invitation>, ListInvitationsError>> operator()(Caller caller,
                                                                                PageRequest request);

 private:
  Invitations& invitations_;
};

}  // namespace mrbill::auth
