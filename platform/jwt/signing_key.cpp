#include <base/check.hpp>
#include <base/encoding.hpp>
#include <json/writer.hpp>
#include <jwt/es256.hpp>
#include <jwt/jwt.hpp>

namespace mrbill::jwt {
namespace {

// RFC 7638 section 3: the required members in lexical order, nothing between them.
std::string thumbprint(const PublicPoint& point) {
  auto canonical = R"({"crv":"P-256","kty":"EC","x":")" + to_base64url(point.x) + R"(","y":")" +
                   to_base64url(point.y) + "\"}";
  return to_base64url(sha256(canonical));
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out.push_back(out.empty() ? '{' : ',');
  json::append_json_string(out, name);
  out.push_back(':');
  json::append_json_string(out, value);
}

// Seconds since 1970, with six decimals unless they are all zero.
void append_time(std::string& out, std::string_view name, Timestamp time) {
  auto count = time.time_since_epoch().count();
  CHECK(count >= 0, "tokens are made after 1970");
  auto decimals = std::to_string(count % 1'000'000);
  out.append(",\"").append(name).append("\":").append(std::to_string(count / 1'000'000));
  if (count % 1'000'000 != 0) out.append(".").append(6 - decimals.size(), '0').append(decimals);
}

std::string to_json(const Claims& claims) {
  CHECK(!claims.issuer.empty() && !claims.audience.empty() && !claims.subject.empty(),
        "our tokens say from whom, for whom");
  std::string out;
  append_member(out, "iss", claims.issuer);
  append_member(out, "aud", claims.audience);
  append_member(out, "sub", claims.subject);
  if (!claims.id.empty()) append_member(out, "jti", claims.id);
  for (auto& [name, value] : claims.extra) append_member(out, name, value);
  append_time(out, "iat", claims.issued_at);
  append_time(out, "exp", std::chrono::floor<std::chrono::seconds>(claims.expires_at));
  return out + "}";
}

}  // namespace

struct SigningKey::Key {
  KeyHandle handle;
  PublicPoint point;
  std::string kid;

  Key(KeyHandle key, std::optional<std::string> name) : handle(std::move(key)), point(public_point(*handle)) {
    kid = name ? *std::move(name) : thumbprint(point);
  }
};

SigningKey::SigningKey(std::shared_ptr<const Key> key) : key_(std::move(key)) {}

SigningKey SigningKey::generate() {
  return SigningKey(std::make_shared<const Key>(generate_p256(), std::nullopt));
}

std::optional<SigningKey> SigningKey::from_pem(const Secret& pem, std::optional<std::string> kid) {
  auto handle = private_key_from_pem(pem);
  if (!handle) return std::nullopt;
  return SigningKey(std::make_shared<const Key>(std::move(handle), std::move(kid)));
}

Secret SigningKey::to_pem() const {
  return private_key_to_pem(*key_->handle);
}

const std::string& SigningKey::kid() const {
  return key_->kid;
}

std::string SigningKey::public_jwk() const {
  std::string out;
  append_member(out, "kty", "EC");
  append_member(out, "crv", "P-256");
  append_member(out, "x", to_base64url(key_->point.x));
  append_member(out, "y", to_base64url(key_->point.y));
  append_member(out, "kid", key_->kid);
  append_member(out, "alg", "ES256");
  append_member(out, "use", "sig");
  return out + "}";
}

std::string SigningKey::sign(const Claims& claims) const {
  std::string header;
  append_member(header, "alg", "ES256");
  append_member(header, "typ", "JWT");
  append_member(header, "kid", key_->kid);
  auto signed_part = to_base64url(as_bytes(header + "}")) + "." + to_base64url(as_bytes(to_json(claims)));
  auto token = signed_part + "." + to_base64url(sign_es256(*key_->handle, signed_part));
  CHECK(token.size() <= max_token_bytes, "what we sign we also accept");
  return token;
}

std::string to_jwks(const std::vector<std::string>& public_jwks) {
  std::string out = "{\"keys\":[";
  for (auto& jwk : public_jwks) out.append(out.ends_with('[') ? "" : ",").append(jwk);
  return out + "]}";
}

}  // namespace mrbill::jwt
