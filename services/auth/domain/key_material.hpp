// One secret, several uses: each gets a key of its own, so that what one use shows says nothing
// about another's.
//
//   KeyMaterial root{config.refresh_secret};   // 32 bytes
//   RefreshTokens refresh{root.derive("refresh")};
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <base/encoding.hpp>

namespace mrbill::auth {

class KeyMaterial {
 public:
  explicit KeyMaterial(const Sha256& key) : key_(key) {}
  [[nodiscard]] KeyMaterial derive(std::string_view use) const { return KeyMaterial{hmac_sha256(key_, use)}; }
  [[nodiscard]] Sha256 mac(std::string_view data) const { return hmac_sha256(key_, data); }

 private:
  Sha256 key_;
};

}  // namespace mrbill::auth
