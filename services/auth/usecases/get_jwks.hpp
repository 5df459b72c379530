// The public keys that access tokens are verified with.
#pragma once

#include <string>

#include "ports/access_tokens.hpp"

namespace mrbill::auth {

class GetJwks {
 public:
  explicit GetJwks(const AccessTokens& access_tokens) : access_tokens_(access_tokens) {}
  [[nodiscard]] std::string operator()() const { return access_tokens_.jwks(); }

 private:
  const AccessTokens& access_tokens_;
};

}  // namespace mrbill::auth
