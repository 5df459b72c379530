// A device that its person signed in on says so later by a token that we signed, in a cookie or wherever a
// client keeps it: there only the person's own failures slow them, not those of others on the same network.
// It opens nothing: the password is asked for all the same.
//
//   auto text = tokens.issue({user, device}, clock.now());
//   tokens.read(text, clock.now()) -> std::optional<Device>
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>

#include "domain/ids.hpp"
#include "domain/key_material.hpp"

namespace mrbill::auth {

struct Device {
  UserId user;
  Uuid id;
};

inline constexpr std::chrono::days device_life{400};  // as long as browsers keep a cookie

class DeviceTokens {
 public:
  explicit DeviceTokens(KeyMaterial key) : key_(std::move(key)) {}
  [[nodiscard]] std::string issue(const Device& device, Timestamp now) const;
  [[nodiscard]] std::optional<Device> read(std::string_view token, Timestamp now) const;

 private:
  KeyMaterial key_;
};

}  // namespace mrbill::auth
