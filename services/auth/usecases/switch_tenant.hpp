// Moves the session to another company of the caller; the access token of the former one is void.
#pragma once

#include <cstdint>

#include <base/random.hpp>

#include "domain/people.hpp"
#include "ports/access_tokens.hpp"
#include "ports/revocation_notices.hpp"
#include "ports/sessions.hpp"
#include "usecases/signed_in.hpp"

namespace mrbill::auth {

enum class SwitchError : std::uint8_t { tenant_not_found };

class SwitchTenant {
 public:
  SwitchTenant(Sessions& sessions, AccessTokens& access_tokens, RevocationNotices& notices,
               const Clock& clock, Random& random)
      : sessions_(sessions),
        access_tokens_(access_tokens),
        notices_(notices),
        clock_(clock),
        random_(random) {}
  [[nodiscard]] Task<Result<SignedIn, SwitchError>> run(Caller caller, TenantId to);

 private:
  Sessions& sessions_;
  AccessTokens& access_tokens_;
  RevocationNotices& notices_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
