// What a client holds after signing in, refreshing or switching.
#pragma once

#include <optional>

#include <base/secret.hpp>

#include "domain/device_token.hpp"
#include "ports/sessions.hpp"

namespace mrbill::auth {

struct SignedIn {
  LiveSession session;
  Secret access_token;
  std::optional<Secret> refresh_token;  // nothing after a switch: the session keeps its own
  Transport transport = Transport::body;
  std::optional<Device> device = {};  // after a sign-in: where it was
};

// A session that is not used for so long is over.
inline constexpr std::chrono::days session_life{30};

}  // namespace mrbill::auth
