#include "usecases/log_out.hpp"

namespace mrbill::auth {

Task<> LogOut::by_access_token(Caller caller) {
  const auto session = co_await sessions_.of_sid(caller.user, caller.sid);
  if (session) co_await sessions_.close(caller.user, *session, clock_.now());
}

Task<> LogOut::by_refresh_token(std::string refresh_token, Transport transport) {
  const auto hash = refresh_hash(refresh_token);
  if (!hash) co_return;
  const auto presented = co_await sessions_.find(*hash);
  if (presented && presented->transport == transport)
    co_await sessions_.close(presented->user, presented->session, clock_.now());
}

}  // namespace mrbill::auth
