#include "usecases/log_out.hpp"

namespace mrbill::auth {

Task<> LogOut::by_access_token(Caller caller) {
  const auto session = co_await sessions_.of_sid(caller.user, caller.sid);
  if (session) co_await close(caller.user, *session);
}

Task<> LogOut::by_refresh_token(std::string refresh_token, Transport transport) {
  const auto hash = refresh_hash(refresh_token);
  if (!hash) co_return;
  const auto presented = co_await sessions_.find(*hash);
  if (presented && presented->transport == transport) co_await close(presented->user, presented->session);
}

Task<> LogOut::close(UserId user, SessionId session) {
  const auto sid = co_await sessions_.close(user, session, clock_.now());
  if (sid) co_await notices_.announce(std::vector(1, *sid));
}

}  // namespace mrbill::auth
