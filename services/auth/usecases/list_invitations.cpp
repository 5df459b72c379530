#include "usecases/list_invitations.hpp"

namespace mrbill::auth {

Task<Result<Page<Invitation>, ListInvitationsError>> ListInvitations::operator()(Caller caller,
                                                                                 PageRequest request) {
  if (!allows(caller.role, Action::list_invitations)) co_return fail(ListInvitationsError::not_permitted);
  co_return co_await invitations_.list(std::move(caller), std::move(request));
}

}  // namespace mrbill::auth
