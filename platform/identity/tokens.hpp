// What our tokens say. An access token speaks for a person in one tenant, a service token for a
// calling service.
//
//   Access token:   iss "mrbill-auth", aud "mrbill", sub = user, tid = tenant (nil for who belongs to none),
//                   role, sid = session, sv mv pv = the versions of session, membership and person it was
//                   made from, locale = the profile's; 10 minutes.
//   Service token:  iss = the calling service, aud = the called one, jti; tid and sub on behalf of whom;
//                   60 seconds.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>
#include <base/random.hpp>
#include <base/uuid.hpp>
#include <http/principal.hpp>
#include <jwt/jwt.hpp>

namespace mrbill::identity {

inline constexpr std::string_view token_issuer = "mrbill-auth";
inline constexpr std::string_view token_audience = "mrbill";
inline constexpr std::chrono::seconds access_token_lifetime{600};
inline constexpr std::chrono::seconds service_token_lifetime{60};

// The access token of a person. Its versions are those of the rows that it was read from; expires_at is
// issued_at plus at most access_token_lifetime.
[[nodiscard]] std::string access_token(const jwt::SigningKey& key, const http::Principal& person);

// Nothing when verified claims are not those of such a token, or when it lives longer than it may.
[[nodiscard]] std::optional<http::Principal> person_of(const jwt::Claims& claims);
[[nodiscard]] std::optional<http::Principal> service_of(const jwt::Claims& claims);

// Makes the tokens for calls to other services. The key's id is the service's name.
class ServiceIdentity {
 public:
  // Nothing when the PEM is not a P-256 key in PKCS#8.
  [[nodiscard]] static std::optional<ServiceIdentity> from_pem(std::string name, const Secret& pem,
                                                               const Clock& clock, Random& random);
  ServiceIdentity(std::string name, jwt::SigningKey key, const Clock& clock, Random& random);

  [[nodiscard]] std::string token_for(std::string_view audience, TenantId tenant, UserId on_behalf_of) const;
  // On nobody's behalf; the called service sees a principal with the nil tenant and the nil user.
  [[nodiscard]] std::string token_for(std::string_view audience) const;
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  jwt::SigningKey key_;
  const Clock* clock_;
  Random* random_;
};

}  // namespace mrbill::identity
