// JSON Web Tokens (RFC 7519) signed with ES256 (RFC 7518 section 3.4), and nothing else: the algorithm is not
// a choice of the token. A header holds alg, kid and perhaps typ; any other field (jku, jwk, x5u, x5c, crit,
// b64, zip ...) is refused. kid is looked up in the given key set only, so no token makes us ask anybody.
//
//   auto token = key.sign({.issuer = "mrbill-auth", .audience = "mrbill", .subject = user, ...});
//   TRY(auto claims, jwt::verify(token, keys, "mrbill-auth", "mrbill", clock.now()));
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/clock.hpp>
#include <base/result.hpp>
#include <base/secret.hpp>

namespace mrbill::jwt {

inline constexpr std::size_t max_token_bytes = 4'096;
inline constexpr std::chrono::seconds leeway{5};  // by so much may clocks of machines differ

// Claims are a flat JSON object of strings and times: all that our tokens hold.
struct Claims {
  std::string issuer;                        // iss
  std::string audience;                      // aud, exactly one
  std::string subject;                       // sub
  std::string id;                            // jti; left out when empty
  Timestamp issued_at;                       // iat, a NumericDate with microseconds
  Timestamp expires_at;                      // exp, whole seconds
  std::map<std::string, std::string> extra;  // tid, role, sid ...
};

enum class Refusal : std::uint8_t {
  malformed,
  algorithm,
  header,
  unknown_key,
  signature,
  expired,
  not_yet,
  issuer,
  audience
};
[[nodiscard]] std::string_view to_string(Refusal refusal);

// A private P-256 key with its id.
class SigningKey {
 public:
  [[nodiscard]] static SigningKey generate();  // kid: RFC 7638 thumbprint
  // PKCS#8. Without a kid of its own the key is known by its thumbprint; a service's key by the
  // service's name.
  [[nodiscard]] static std::optional<SigningKey> from_pem(const Secret& pem,
                                                          std::optional<std::string> kid = {});
  [[nodiscard]] Secret to_pem() const;
  [[nodiscard]] std::string public_jwk() const;  // RFC 7517, with kid, alg, use
  [[nodiscard]] const std::string& kid() const;
  [[nodiscard]] std::string sign(const Claims& claims) const;  // the compact form

 private:
  struct Key;
  explicit SigningKey(std::shared_ptr<const Key> key);
  std::shared_ptr<const Key> key_;
};

// A JWK set (RFC 7517 section 5) of these public keys.
[[nodiscard]] std::string to_jwks(const std::vector<std::string>& public_jwks);

// The public keys one may trust, by kid. Cheap to copy, safe to share between threads.
class KeySet {
 public:
  KeySet() = default;  // trusts nobody
  // Strict: every key is EC, P-256, on the curve, for signatures by ES256, with a kid of its own; at most 64
  // of them.
  [[nodiscard]] static std::optional<KeySet> from_jwks(std::string_view json);
  [[nodiscard]] bool contains(std::string_view kid) const;

 private:
  friend Result<Claims, Refusal> verify(std::string_view, const KeySet&, std::string_view, std::string_view,
                                        Timestamp);
  struct Keys;
  std::shared_ptr<const Keys> keys_;
};

// The key id an unverified token names, when its header is one of ours. Believe nothing of it but what
// verify() says.
[[nodiscard]] Result<std::string, Refusal> named_key(std::string_view token);

[[nodiscard]] Result<Claims, Refusal> verify(std::string_view token, const KeySet& keys,
                                             std::string_view issuer, std::string_view audience,
                                             Timestamp now);

}  // namespace mrbill::jwt
