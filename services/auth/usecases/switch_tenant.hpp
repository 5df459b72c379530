// Moves the session to another company of the caller; the access token of the former one is void.
#pragma once

#include <cstdint>

#include "domain/people.hpp"
#include "ports/access_tokens.hpp"
#include "ports/sessions.hpp"
#include "usecases/signed_in.hpp"

namespace mrbill::auth {

enum class SwitchError : std::uint8_t { tenant_not_found };

class SwitchTenant {
 public:
  SwitchTenant(Sessions& sessions, AccessTokens& access_tokens, const Clock& clock)
      : sessions_(sessions), access_tokens_(access_tokens), clock_(clock) {}
  [[nodiscard]] Task<Result<SignedIn, SwitchError>> operator()(Caller caller, TenantId to);

 private:
  Sessions& sessions_;
  AccessTokens& access_tokens_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
