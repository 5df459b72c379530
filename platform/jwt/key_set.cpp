#include <algorithm>

#include <base/encoding.hpp>
#include <jwt/flat_object.hpp>
#include <jwt/key_set_keys.hpp>

namespace mrbill::jwt {
namespace {

constexpr std::size_t max_keys = 64;
constexpr std::size_t max_jwks_bytes = 64 * 1024;

std::optional<std::array<std::uint8_t, 32>> coordinate(const FlatObject& jwk, std::string_view name) {
  auto text = jwk.string(name);
  auto decoded = text ? from_base64url(*text) : std::nullopt;
  if (!decoded || decoded->size() != 32) return std::nullopt;
  std::array<std::uint8_t, 32> out;
  std::ranges::copy(as_bytes(*decoded), out.begin());
  return out;
}

// RFC 7517 section 4: absent says nothing against it, another value does.
bool absent_or(const FlatObject& jwk, std::string_view name, std::string_view value) {
  return !jwk.find(name) || jwk.string(name) == value;
}

KeyHandle to_key(const FlatObject& jwk) {
  if (jwk.string("kty") != "EC" || jwk.string("crv") != "P-256" || jwk.find("d")) return nullptr;
  if (!absent_or(jwk, "alg", "ES256") || !absent_or(jwk, "use", "sig")) return nullptr;
  auto x = coordinate(jwk, "x");
  auto y = coordinate(jwk, "y");
  return x && y ? public_key({*x, *y}) : nullptr;
}

}  // namespace

std::optional<KeySet> KeySet::from_jwks(std::string_view json) {
  if (json.size() > max_jwks_bytes) return std::nullopt;
  auto jwks = FlatObject::parse_list(json, "keys", max_keys);
  if (!jwks || jwks->empty()) return std::nullopt;
  auto keys = std::make_shared<Keys>();
  for (auto& jwk : *jwks) {
    auto kid = jwk.string("kid");
    auto key = to_key(jwk);
    if (!kid || kid->empty() || !key) return std::nullopt;
    if (!keys->by_kid.emplace(*kid, std::move(key)).second) return std::nullopt;
  }
  KeySet out;
  out.keys_ = std::move(keys);
  return out;
}

bool KeySet::contains(std::string_view kid) const {
  return keys_ && keys_->by_kid.contains(kid);
}

}  // namespace mrbill::jwt
