// Refresh tokens: opaque to their holder, derived for us. Token = "mrb_rt_" and the base64url of session,
// generation and an HMAC of both under the session's family key; so the successor of a generation is always
// the same text, and a lost answer can be given again although only hashes are stored.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>
#include <base/secret.hpp>

#include "domain/ids.hpp"
#include "domain/key_material.hpp"

namespace mrbill::auth {

class RefreshTokens {
 public:
  explicit RefreshTokens(KeyMaterial key) : key_(std::move(key)) {}
  [[nodiscard]] Secret derive(SessionId session, std::int32_t generation) const;

 private:
  KeyMaterial key_;
};

// What is stored of a token, and what it is looked up by. Nothing for a text that cannot be a token.
[[nodiscard]] std::optional<Sha256> refresh_hash(std::string_view token);

// A lost answer may be asked for again within this time after the first use.
inline constexpr std::chrono::seconds refresh_grace{10};

// What to do with a presented generation of a living family.
enum class RefreshStep : std::uint8_t {
  rotate,       // first use: its successor is born
  repeat,       // used a moment ago: the same successor once more
  kill_family,  // used long ago: two hold it, one of them a thief
};
[[nodiscard]] RefreshStep refresh_step(std::optional<Timestamp> used_at, Timestamp now);

}  // namespace mrbill::auth
