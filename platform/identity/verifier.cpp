#include <utility>

#include <base/encoding.hpp>
#include <base/unreachable.hpp>
#include <http/ascii.hpp>
#include <http/problem.hpp>
#include <identity/tokens.hpp>
#include <identity/verifier.hpp>

namespace mrbill::identity {
namespace {

// RFC 6750 section 2.1, from the one Authorization header.
Result<std::string, TokenProblem> bearer_token(const http::Headers& headers) {
  constexpr std::string_view scheme = "Bearer ";
  auto count = headers.count("Authorization");
  if (count > 1) return fail(TokenProblem::invalid);
  auto value = headers.get_or("Authorization", "");
  if (!http::ascii::equal_without_case(value.substr(0, scheme.size()), scheme))
    return fail(TokenProblem::missing);
  return std::string(value.substr(scheme.size()));
}

using http::ErrorCode;

struct Words {
  http::Told told;
  std::string_view challenge;
};

Words words_for(TokenProblem problem) {
  constexpr std::string_view invalid = R"(Bearer realm="mrbill", error="invalid_token")";
  switch (problem) {
    case TokenProblem::missing:
      return {{ErrorCode::token_missing, "Sign in and send the access token: Authorization: Bearer ..."},
              R"(Bearer realm="mrbill")"};
    case TokenProblem::invalid:
      return {{ErrorCode::token_invalid, "The access token is not valid. Sign in again."}, invalid};
    case TokenProblem::expired:
      return {{ErrorCode::token_expired, "The access token has expired. Refresh it."}, invalid};
    case TokenProblem::revoked:
      return {{ErrorCode::token_revoked, "The access token was revoked. Sign in again."}, invalid};
    case TokenProblem::without_company:
      return {{ErrorCode::no_membership,
               "You do not belong to any company at present. Accept an invitation, or found a company."},
              {}};
    case TokenProblem::unavailable:
      return {{ErrorCode::identity_unavailable, "Access tokens cannot be checked at the moment. Try again."},
              {}};
  }
  unreachable();
}

TokenProblem to_problem(jwt::Refusal refusal) {
  return refusal == jwt::Refusal::expired ? TokenProblem::expired : TokenProblem::invalid;
}

}  // namespace

Verifier::Verifier(std::shared_ptr<KnownKeys> keys, ServiceTrust trust, const Revocations& revocations,
                   const Clock& clock, metrics::Registry& registry, std::size_t cached_tokens)
    : keys_(std::move(keys)),
      trust_(std::move(trust)),
      revocations_(revocations),
      clock_(clock),
      registry_(registry),
      hits_(registry.counter("token_cache_total", "Access tokens by whether they had been verified before",
                             {{"cache", "hit"}})),
      misses_(registry.counter("token_cache_total", "Access tokens by whether they had been verified before",
                               {{"cache", "miss"}})),
      verified_(cached_tokens) {}

Task<std::optional<http::Response>> Verifier::admit(http::Request& request, http::Access access) {
  if (access == http::Access::anonymous) co_return std::nullopt;
  if (access == http::Access::optional_person && !request.headers.find("Authorization"))
    co_return std::nullopt;
  auto token = bearer_token(request.headers);
  if (!token) co_return refuse(token.error());
  // Two statements: g++ 12 destroys a Result twice when co_await stands in a conditional expression.
  Result<http::Principal, TokenProblem> principal = fail(TokenProblem::invalid);
  if (access == http::Access::service) {
    principal = service(*token);
  } else {
    principal = co_await person(*token);
  }
  if (!principal) co_return refuse(principal.error());
  if (access == http::Access::person && principal->tenant == TenantId{})
    co_return refuse(TokenProblem::without_company);
  request.principal = *std::move(principal);
  co_return std::nullopt;
}

Task<Result<http::Principal, TokenProblem>> Verifier::person(std::string token) {
  if (!revocations_.trustworthy() || !keys_->loaded()) co_return fail(TokenProblem::unavailable);
  CO_TRY(auto principal, co_await signed_person(std::move(token)));
  if (clock_.now() >= principal.expires_at + jwt::leeway) co_return fail(TokenProblem::expired);
  if (revocations_.cover(principal)) co_return fail(TokenProblem::revoked);
  co_return principal;
}

// Of a token with a good signature; whether it still holds is not asked here.
Task<Result<http::Principal, TokenProblem>> Verifier::signed_person(std::string token) {
  if (token.size() > jwt::max_token_bytes) co_return fail(TokenProblem::invalid);
  if (std::exchange(verified_with_, keys_->version()) != keys_->version()) verified_.clear();
  auto digest = sha256(token);
  if (auto* known = verified_.find(digest)) {
    hits_.add();
    co_return *known;
  }
  misses_.add();
  auto claims = co_await verify(std::move(token));
  if (!claims) co_return fail(to_problem(claims.error()));
  auto principal = person_of(*claims);
  if (!principal) co_return fail(TokenProblem::invalid);
  verified_.put(digest, *principal);
  co_return *principal;
}

// A key id we do not know may be a new key of auth's.
Task<Result<jwt::Claims, jwt::Refusal>> Verifier::verify(std::string token) {
  auto claims = jwt::verify(token, keys_->now(), token_issuer, token_audience, clock_.now());
  if (claims || claims.error() != jwt::Refusal::unknown_key) co_return claims;
  co_await keys_->look_again();
  co_return jwt::verify(token, keys_->now(), token_issuer, token_audience, clock_.now());
}

// The issuer must be the service whose key signed.
Result<http::Principal, TokenProblem> Verifier::service(const std::string& token) const {
  auto caller = jwt::named_key(token);
  if (!caller) return fail(TokenProblem::invalid);
  auto claims = jwt::verify(token, trust_.keys, *caller, trust_.own_name, clock_.now());
  if (!claims) return fail(to_problem(claims.error()));
  auto principal = service_of(*claims);
  if (!principal) return fail(TokenProblem::invalid);
  return *principal;
}

http::Response Verifier::refuse(TokenProblem problem) {
  auto words = words_for(problem);
  registry_
      .counter("token_refusals_total", "Requests refused for their token",
               {{"code", std::string(to_string(words.told.code))}})
      .add();
  auto response = http::problem_of(words.told);
  if (!words.challenge.empty()) response.headers.set("WWW-Authenticate", std::string(words.challenge));
  if (problem == TokenProblem::unavailable) response.headers.set("Retry-After", "1");
  return response;
}

}  // namespace mrbill::identity
