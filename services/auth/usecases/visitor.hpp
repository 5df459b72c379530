// What a request's origin is to the account that it names.
#pragma once

#include <optional>
#include <string>

#include "domain/device_token.hpp"
#include "domain/throttle_rules.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

[[nodiscard]] inline Visitor visitor_of(std::string network, const std::optional<Device>& device,
                                        const std::optional<Login>& login) {
  Visitor visitor{.network = std::move(network), .device = std::nullopt};
  if (!login) return visitor;
  visitor.known_network = login->known_network;
  if (device && device->user == login->user) visitor.device = device;
  return visitor;
}

}  // namespace mrbill::auth
