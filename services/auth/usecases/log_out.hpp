// Ends a session, named by its access token or by its refresh token. One that is over already ends the same.
#pragma once

#include <string>

#include "domain/people.hpp"
#include "ports/sessions.hpp"

namespace mrbill::auth {

class LogOut {
 public:
  LogOut(Sessions& sessions, const Clock& clock) : sessions_(sessions), clock_(clock) {}
  [[nodiscard]] Task<> by_access_token(Caller caller);
  [[nodiscard]] Task<> by_refresh_token(std::string refresh_token, Transport transport);

 private:
  Sessions& sessions_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
