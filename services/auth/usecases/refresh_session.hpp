// Trades a refresh token for its successor and a new access token.
#pragma once

#include <cstdint>
#include <string>

#include "ports/access_tokens.hpp"
#include "ports/sessions.hpp"
#include "usecases/signed_in.hpp"

namespace mrbill::auth {

enum class RefreshError : std::uint8_t { invalid_refresh_token };

class RefreshSession {
 public:
  struct Command {
    std::string refresh_token;
    Transport transport = Transport::body;  // how it came: a browser's token is good in its cookie only
  };
  RefreshSession(Sessions& sessions, AccessTokens& access_tokens, const RefreshTokens& refresh_tokens,
                 const Clock& clock)
      : sessions_(sessions), access_tokens_(access_tokens), refresh_tokens_(refresh_tokens), clock_(clock) {}
  [[nodiscard]] Task<Result<SignedIn, RefreshError>> operator()(Command command);

 private:
  Sessions& sessions_;
  AccessTokens& access_tokens_;
  const RefreshTokens& refresh_tokens_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
