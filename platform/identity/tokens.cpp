
#include <base/check.hpp>
#include <base/number.hpp>
#include <identity/tokens.hpp>

namespace mrbill::identity {
namespace {

template <class IdType>
std::optional<IdType> extra_id(const jwt::Claims& claims, const std::string& name) {
  auto found = claims.extra.find(name);
  return found == claims.extra.end() ? std::nullopt : IdType::parse(found->second);
}

// Tokens from before they carried versions are of version 0: valid until something of theirs is revoked.
std::optional<std::int64_t> version(const jwt::Claims& claims, const std::string& name) {
  auto found = claims.extra.find(name);
  if (found == claims.extra.end()) return 0;
  const auto version = number_in<std::int64_t>(found->second);
  return version && *version >= 0 ? version : std::nullopt;
}

std::optional<http::TokenVersions> versions_of(const jwt::Claims& claims) {
  auto session = version(claims, "sv");
  auto membership = version(claims, "mv");
  auto person = version(claims, "pv");
  if (!session || !membership || !person) return std::nullopt;
  return http::TokenVersions{*session, *membership, *person};
}

std::string locale_of(const jwt::Claims& claims) {
  constexpr std::size_t max_tag = 35;
  auto found = claims.extra.find("locale");
  return found != claims.extra.end() && found->second.size() <= max_tag ? found->second : std::string();
}

bool lives_at_most(const jwt::Claims& claims, std::chrono::seconds span) {
  return claims.expires_at - claims.issued_at <= span;
}

}  // namespace

std::string access_token(const jwt::SigningKey& key, const http::Principal& person) {
  CHECK(person.expires_at - person.issued_at <= access_token_lifetime,
        "revocations are remembered for so long");
  jwt::Claims claims{.issuer = std::string(token_issuer),
                     .audience = std::string(token_audience),
                     .subject = person.user.to_string(),
                     .id = {},
                     .issued_at = person.issued_at,
                     .expires_at = person.expires_at,
                     .extra = {{"tid", person.tenant.to_string()},
                               {"role", std::string(to_string(person.role))},
                               {"sid", person.session.to_string()},
                               {"sv", std::to_string(person.versions.session)},
                               {"mv", std::to_string(person.versions.membership)},
                               {"pv", std::to_string(person.versions.person)}}};
  if (!person.locale.empty()) claims.extra["locale"] = person.locale;
  return key.sign(claims);
}

std::optional<http::Principal> person_of(const jwt::Claims& claims) {
  auto user = UserId::parse(claims.subject);
  auto tenant = extra_id<TenantId>(claims, "tid");
  auto session = extra_id<http::SessionId>(claims, "sid");
  auto role = claims.extra.find("role");
  auto versions = versions_of(claims);
  if (!user || !tenant || !session || !versions || role == claims.extra.end()) return std::nullopt;
  auto known_role = http::parse_role(role->second);
  if (!known_role || !lives_at_most(claims, access_token_lifetime)) return std::nullopt;
  return http::Principal{*user, *tenant,   *known_role,      *session, claims.issued_at, claims.expires_at,
                         {},    *versions, locale_of(claims)};
}

std::optional<http::Principal> service_of(const jwt::Claims& claims) {
  if (claims.id.empty() || !lives_at_most(claims, service_token_lifetime)) return std::nullopt;
  http::Principal out;
  out.service = claims.issuer;
  out.issued_at = claims.issued_at;
  out.expires_at = claims.expires_at;
  if (claims.subject == claims.issuer) return out;
  auto user = UserId::parse(claims.subject);
  auto tenant = extra_id<TenantId>(claims, "tid");
  if (!user || !tenant) return std::nullopt;
  out.user = *user;
  out.tenant = *tenant;
  return out;
}

std::optional<ServiceIdentity> ServiceIdentity::from_pem(std::string name, const Secret& pem,
                                                         const Clock& clock, Random& random) {
  auto key = jwt::SigningKey::from_pem(pem, name);
  if (!key) return std::nullopt;
  return ServiceIdentity(std::move(name), *std::move(key), clock, random);
}

ServiceIdentity::ServiceIdentity(std::string name, jwt::SigningKey key, const Clock& clock, Random& random)
    : name_(std::move(name)), key_(std::move(key)), clock_(&clock), random_(&random) {
  CHECK(key_.kid() == name_, "a service's key is known by its name");
}

std::string ServiceIdentity::token_for(std::string_view audience, TenantId tenant,
                                       UserId on_behalf_of) const {
  auto now = clock_->now();
  return key_.sign({.issuer = name_,
                    .audience = std::string(audience),
                    .subject = on_behalf_of.to_string(),
                    .id = new_uuid(*clock_, *random_).to_string(),
                    .issued_at = now,
                    .expires_at = now + service_token_lifetime,
                    .extra = {{"tid", tenant.to_string()}}});
}

std::string ServiceIdentity::token_for(std::string_view audience) const {
  auto now = clock_->now();
  return key_.sign({.issuer = name_,
                    .audience = std::string(audience),
                    .subject = name_,
                    .id = new_uuid(*clock_, *random_).to_string(),
                    .issued_at = now,
                    .expires_at = now + service_token_lifetime,
                    .extra = {}});
}

}  // namespace mrbill::identity
