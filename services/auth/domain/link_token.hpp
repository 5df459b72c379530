// The secret in a mailed link, derived from the link's id and purpose: neither the mail's row nor the link's
// holds it, only its SHA-256 is stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <base/secret.hpp>
#include <base/uuid.hpp>

#include "domain/key_material.hpp"

namespace mrbill::auth {

enum class LinkPurpose : std::uint8_t { verify_email, reset_password, invitation };
[[nodiscard]] std::string_view to_string(LinkPurpose purpose);  // verify_email ...

class LinkTokens {
 public:
  explicit LinkTokens(KeyMaterial key) : key_(std::move(key)) {}
  [[nodiscard]] Secret derive(LinkPurpose purpose, const Uuid& id) const;

 private:
  KeyMaterial key_;
};

// What is stored of a token, and what it is looked up by. Nothing for a text that cannot be a token.
[[nodiscard]] std::optional<Sha256> link_hash(std::string_view token);

}  // namespace mrbill::auth
