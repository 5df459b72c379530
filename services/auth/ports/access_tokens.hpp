// Signs access tokens with the current key, and tells the public ones.
#pragma once

#include <string>

#include <base/clock.hpp>
#include <base/secret.hpp>

#include "domain/key_schedule.hpp"
#include "ports/sessions.hpp"

namespace mrbill::auth {

class AccessTokens {
 public:
  virtual ~AccessTokens() = default;
  [[nodiscard]] virtual Secret sign(const LiveSession& session, Timestamp issued_at) const = 0;
  [[nodiscard]] virtual std::string jwks() const = 0;  // RFC 7517
};

}  // namespace mrbill::auth
