// What this service signs its calls with.
#pragma once

#include <stdexcept>

#include <identity/tokens.hpp>

#include "config.hpp"

namespace mrbill::content {

// Throws std::invalid_argument, which ends the program as a configuration that cannot be used.
[[nodiscard]] inline identity::ServiceIdentity service_identity(const CommonConfig& config,
                                                                const Clock& clock, Random& random) {
  auto identity = identity::ServiceIdentity::from_pem("content", config.service_key, clock, random);
  if (!identity) throw std::invalid_argument("MRBILL_SERVICE_KEY is not a P-256 key in PKCS#8");
  return *std::move(identity);
}

}  // namespace mrbill::content
