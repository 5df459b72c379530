#include <algorithm>

#include <base/encoding.hpp>
#include <base/unreachable.hpp>
#include <jwt/flat_object.hpp>
#include <jwt/key_set_keys.hpp>

namespace mrbill::jwt {
namespace {

struct Compact {
  std::string_view header;
  std::string_view payload;
  std::string_view signature;
  std::string_view signed_part;
};

std::optional<Compact> split(std::string_view token) {
  if (token.size() > max_token_bytes || std::ranges::count(token, '.') != 2) return std::nullopt;
  auto first = token.find('.');
  auto second = token.find('.', first + 1);
  return Compact{token.substr(0, first), token.substr(first + 1, second - first - 1),
                 token.substr(second + 1), token.substr(0, second)};
}

std::optional<FlatObject> decode(std::string_view part) {
  auto json = from_base64url(part);
  return json ? FlatObject::parse(*json) : std::nullopt;
}

Result<std::string, Refusal> kid_of(std::string_view encoded_header) {
  auto header = decode(encoded_header);
  if (!header) return fail(Refusal::malformed);
  if (header->string("alg") != "ES256") return fail(Refusal::algorithm);
  for (auto& member : header->members())
    if (member.name != "alg" && member.name != "typ" && member.name != "kid") return fail(Refusal::header);
  if (header->find("typ") && header->string("typ") != "JWT" && header->string("typ") != "at+jwt")
    return fail(Refusal::header);
  auto kid = header->string("kid");
  if (!kid || kid->empty()) return fail(Refusal::header);
  return *std::move(kid);
}

std::optional<Claims> to_claims(const FlatObject& payload) {
  auto issuer = payload.string("iss");
  auto audience = payload.string("aud");
  auto subject = payload.string("sub");
  auto issued = payload.time("iat");
  auto expires = payload.time("exp");
  if (!issuer || !audience || !subject || !issued || !expires || *expires < *issued) return std::nullopt;
  Claims out{*issuer, *audience, *subject, {}, *issued, *expires, {}};
  for (auto& member : payload.members()) {
    static constexpr std::string_view known[] = {"iss", "aud", "sub", "iat", "exp", "nbf"};
    if (std::ranges::find(known, member.name) != std::end(known)) continue;
    if (member.kind != FlatObject::Kind::string) return std::nullopt;
    (member.name == "jti" ? out.id : out.extra[member.name]) = member.value;
  }
  return out;
}

// RFC 7519 section 4.1.5
bool begins_later(const FlatObject& payload, Timestamp now) {
  if (!payload.find("nbf")) return false;
  auto not_before = payload.time("nbf");
  return !not_before || *not_before > now + leeway;
}

}  // namespace

std::string_view to_string(Refusal refusal) {
  switch (refusal) {
    case Refusal::malformed:
      return "malformed";
    case Refusal::algorithm:
      return "algorithm";
    case Refusal::header:
      return "header";
    case Refusal::unknown_key:
      return "unknown_key";
    case Refusal::signature:
      return "signature";
    case Refusal::expired:
      return "expired";
    case Refusal::not_yet:
      return "not_yet";
    case Refusal::issuer:
      return "issuer";
    case Refusal::audience:
      return "audience";
  }
  unreachable();
}

Result<std::string, Refusal> named_key(std::string_view token) {
  auto parts = split(token);
  if (!parts) return fail(Refusal::malformed);
  return kid_of(parts->header);
}

Result<Claims, Refusal> verify(std::string_view token, const KeySet& keys, std::string_view issuer,
                               std::string_view audience, Timestamp now) {
  auto parts = split(token);
  if (!parts) return fail(Refusal::malformed);
  TRY(auto kid, kid_of(parts->header));
  if (!keys.contains(kid)) return fail(Refusal::unknown_key);
  auto signature = from_base64url(parts->signature);
  if (!signature) return fail(Refusal::malformed);
  auto& key = *keys.keys_->by_kid.find(kid)->second;
  if (!verify_es256(key, parts->signed_part, as_bytes(*signature))) return fail(Refusal::signature);

  auto payload = decode(parts->payload);
  auto claims = payload ? to_claims(*payload) : std::nullopt;
  if (!claims) return fail(Refusal::malformed);
  if (claims->issuer != issuer) return fail(Refusal::issuer);
  if (claims->audience != audience) return fail(Refusal::audience);
  if (now >= claims->expires_at + leeway) return fail(Refusal::expired);
  if (claims->issued_at > now + leeway || begins_later(*payload, now)) return fail(Refusal::not_yet);
  return *std::move(claims);
}

}  // namespace mrbill::jwt
