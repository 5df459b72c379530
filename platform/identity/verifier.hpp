// The Authenticator of a thread: who speaks through this request?
//
//   shard.authenticate_with(std::make_shared<Verifier>(keys, trust, revocations, clock, registry, options));
//
// Only the Authorization header is read. A missing, wrong, expired or revoked token is 401 with
// WWW-Authenticate (RFC 6750) and one of the codes token_missing, token_invalid, token_expired,
// token_revoked; 403 no_membership where a company is needed and the person belongs to none at present; 503
// identity_unavailable while neither the keys nor the revocations are known.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>
#include <http/server.hpp>
#include <identity/known_keys.hpp>
#include <identity/revocations.hpp>
#include <identity/verified_tokens.hpp>
#include <jwt/jwt.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::identity {

enum class TokenProblem : std::uint8_t { missing, invalid, expired, revoked, without_company, unavailable };

// Which services may call us: their public keys (kid = the service's name), and the name they must call
// us by.
struct ServiceTrust {
  std::string own_name;
  jwt::KeySet keys;
};

class Verifier final : public http::Authenticator {
 public:
  static constexpr std::size_t cached_by_default = 4'096;

  Verifier(std::shared_ptr<KnownKeys> keys, ServiceTrust trust, const Revocations& revocations,
           const Clock& clock, metrics::Registry& registry, std::size_t cached_tokens = cached_by_default);

  [[nodiscard]] Task<std::optional<http::Response>> admit(http::Request& request,
                                                          http::Access access) override;
  [[nodiscard]] bool still_vouches_for(const http::Principal& principal) const override {
    return !principal.service.empty() || revocations_.allow(principal);
  }

  // For those who get a token by another way (a socket's first message).
  [[nodiscard]] Task<Result<http::Principal, TokenProblem>> person(std::string token);
  [[nodiscard]] std::size_t cached() const { return verified_.size(); }

 private:
  [[nodiscard]] Task<Result<http::Principal, TokenProblem>> signed_person(std::string token);
  [[nodiscard]] Task<Result<jwt::Claims, jwt::Refusal>> verify(std::string token);
  [[nodiscard]] Result<http::Principal, TokenProblem> service(const std::string& token) const;
  [[nodiscard]] http::Response refuse(TokenProblem problem);

  std::shared_ptr<KnownKeys> keys_;
  ServiceTrust trust_;
  const Revocations& revocations_;
  const Clock& clock_;
  metrics::Registry& registry_;
  metrics::Counter& hits_;
  metrics::Counter& misses_;
  VerifiedTokens verified_;
  std::uint64_t verified_with_ = 0;  // the version of the keys
};

}  // namespace mrbill::identity
