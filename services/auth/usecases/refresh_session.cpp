#include "usecases/refresh_session.hpp"

namespace mrbill::auth {

Task<Result<SignedIn, RefreshError>> RefreshSession::operator()(Command command) {
  const auto now = clock_.now();
  const auto hash = refresh_hash(command.refresh_token);
  if (!hash) co_return fail(RefreshError::invalid_refresh_token);
  const auto presented = co_await sessions_.find(*hash);
  if (!presented || presented->transport != command.transport)
    co_return fail(RefreshError::invalid_refresh_token);

  const auto successor = refresh_tokens_.derive(presented->session, presented->generation + 1);
  const Rotation rotation{*presented, sha256(successor.reveal()), now, now + session_life};
  const auto live = co_await sessions_.rotate(rotation);
  if (!live) co_return fail(RefreshError::invalid_refresh_token);
  co_return SignedIn{*live, access_tokens_.sign(*live, now), successor, presented->transport};
}

}  // namespace mrbill::auth
