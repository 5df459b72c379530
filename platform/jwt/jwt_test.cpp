#include <gtest/gtest.h>

#include <base/encoding.hpp>
#include <jwt/es256.hpp>
#include <jwt/jwt.hpp>

namespace mrbill::jwt {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp now{std::chrono::microseconds(1'800'000'000'250'000)};

std::string encode(std::string_view text) {
  return to_base64url(as_bytes(text));
}

class Jwt : public testing::Test {
 protected:
  SigningKey key = SigningKey::generate();
  KeySet keys = KeySet::from_jwks(to_jwks({key.public_jwk()})).value();

  Claims claims() const {
    return {"mrbill-auth", "mrbill", "someone", "one", now, now + 10min, {{"tid", "acme"}, {"role", "USER"}}};
  }
  Result<Claims, Refusal> check(std::string_view token, Timestamp at = now) const {
    return verify(token, keys, "mrbill-auth", "mrbill", at);
  }
  // A token with any header and payload, honestly signed.
  std::string forge(std::string_view header, std::string_view json) const {
    auto part = encode(header) + "." + encode(json);
    return part + "." + to_base64url(sign_es256(*private_key_from_pem(key.to_pem()), part));
  }
  std::string forge_header(std::string_view more) const {
    return forge(R"({"alg":"ES256","kid":")" + key.kid() + "\"" + std::string(more) + "}", payload);
  }
  std::string forge_payload(std::string_view json) const {
    return forge(R"({"alg":"ES256","kid":")" + key.kid() + "\"}", json);
  }

  static constexpr std::string_view payload =
      R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000000,"exp":1800000600})";
};

TEST_F(Jwt, gives_back_the_claims_it_signed) {
  auto verified = check(key.sign(claims()));
  ASSERT_TRUE(verified) << to_string(verified.error());
  EXPECT_EQ(verified->issuer, "mrbill-auth");
  EXPECT_EQ(verified->audience, "mrbill");
  EXPECT_EQ(verified->subject, "someone");
  EXPECT_EQ(verified->id, "one");
  EXPECT_EQ(verified->issued_at, now);
  EXPECT_EQ(verified->expires_at, std::chrono::floor<std::chrono::seconds>(now + 10min));
  EXPECT_EQ(verified->extra, claims().extra);
}

TEST_F(Jwt, carries_any_text_in_a_claim) {
  auto given = claims();
  given.extra["name"] = "a\"b\\c\n\x01 \u00e9 \U0001F600";
  EXPECT_EQ(check(key.sign(given))->extra, given.extra);
}

TEST_F(Jwt, a_forged_token_is_accepted_when_only_its_form_is_ours) {
  EXPECT_TRUE(check(forge_header("")));
  EXPECT_TRUE(check(forge_header(R"(,"typ":"JWT")")));
  EXPECT_TRUE(check(forge_header(R"(,"typ":"at+jwt")")));
}

TEST_F(Jwt, refuses_alg_none) {
  for (auto alg : {"none", "None", "NONE", "nOnE", ""}) {
    auto header = encode(R"({"alg":")" + std::string(alg) + R"(","kid":")" + key.kid() + "\"}");
    EXPECT_EQ(check(header + "." + encode(payload) + ".").error(), Refusal::algorithm) << alg;
  }
}

TEST_F(Jwt, refuses_hs256_signed_with_the_public_key) {
  auto part = encode(R"({"alg":"HS256","kid":")" + key.kid() + "\"}") + "." + encode(payload);
  for (auto& secret : {key.public_jwk(), to_jwks({key.public_jwk()}), key.kid()}) {
    auto token = part + "." + to_base64url(hmac_sha256(as_bytes(secret), part));
    EXPECT_EQ(check(token).error(), Refusal::algorithm);
  }
}

TEST_F(Jwt, refuses_other_algorithms_though_the_signature_is_right) {
  for (auto alg : {"RS256", "PS256", "ES384", "ES256K", "EdDSA", "es256", "ES256 "}) {
    auto token = forge(R"({"alg":")" + std::string(alg) + R"(","kid":")" + key.kid() + "\"}", payload);
    EXPECT_EQ(check(token).error(), Refusal::algorithm) << alg;
  }
  EXPECT_EQ(check(forge(R"({"kid":"x"})", payload)).error(), Refusal::algorithm);
  EXPECT_EQ(check(forge(R"({"alg":1,"kid":"x"})", payload)).error(), Refusal::algorithm);
}

TEST_F(Jwt, refuses_header_fields_that_bring_or_point_to_keys_or_change_the_form) {
  for (auto field : {"jku", "jwk", "x5u", "x5c", "x5t", "crit", "b64", "zip", "cty", "anything"})
    EXPECT_EQ(check(forge_header(",\"" + std::string(field) + "\":\"http://127.0.0.1/\"")).error(),
              Refusal::header)
        << field;
  EXPECT_EQ(check(forge_header(R"(,"crit":["exp"])")).error(), Refusal::malformed);
  EXPECT_EQ(check(forge_header(R"(,"jwk":)" + key.public_jwk())).error(), Refusal::malformed);
  EXPECT_EQ(check(forge_header(R"(,"typ":"JOSE")")).error(), Refusal::header);
}

TEST_F(Jwt, takes_the_key_id_as_a_name_and_nothing_else) {
  for (auto kid : {"../../../../dev/null", "/etc/passwd", "http://127.0.0.1/k", "x' or '1'='1", "*"})
    EXPECT_EQ(check(forge(R"({"alg":"ES256","kid":")" + std::string(kid) + "\"}", payload)).error(),
              Refusal::unknown_key)
        << kid;
  EXPECT_EQ(check(forge(R"({"alg":"ES256","kid":""})", payload)).error(), Refusal::header);
  EXPECT_EQ(check(forge(R"({"alg":"ES256","kid":1})", payload)).error(), Refusal::header);
  EXPECT_EQ(check(forge(R"({"alg":"ES256"})", payload)).error(), Refusal::header);
  EXPECT_EQ(check(forge(R"({"alg":"ES256","kid":"a","kid":"b"})", payload)).error(), Refusal::malformed);
}

TEST_F(Jwt, refuses_the_signature_of_another_key_under_our_kid) {
  auto other = SigningKey::from_pem(SigningKey::generate().to_pem(), key.kid()).value();
  EXPECT_EQ(check(other.sign(claims())).error(), Refusal::signature);
}

TEST_F(Jwt, trusts_nobody_without_keys) {
  EXPECT_EQ(verify(key.sign(claims()), KeySet{}, "mrbill-auth", "mrbill", now).error(), Refusal::unknown_key);
}

TEST_F(Jwt, expires_after_the_leeway) {
  auto token = key.sign(claims());
  auto end = std::chrono::floor<std::chrono::seconds>(now + 10min);
  EXPECT_TRUE(check(token, end + leeway - 1us));
  EXPECT_EQ(check(token, end + leeway).error(), Refusal::expired);
}

TEST_F(Jwt, is_not_valid_before_its_time) {
  auto token = key.sign(claims());
  EXPECT_TRUE(check(token, now - leeway));
  EXPECT_EQ(check(token, now - leeway - 1us).error(), Refusal::not_yet);
  EXPECT_EQ(
      check(
          forge_payload(
              R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000000,"exp":1800000600,"nbf":1800000300})"))
          .error(),
      Refusal::not_yet);
}

TEST_F(Jwt, refuses_another_audience_or_issuer) {
  auto token = key.sign(claims());
  EXPECT_EQ(verify(token, keys, "catalog", "mrbill", now).error(), Refusal::issuer);
  EXPECT_EQ(verify(token, keys, "mrbill-auth", "catalog", now).error(), Refusal::audience);
}

TEST_F(Jwt, refuses_payloads_that_are_not_our_claims) {
  for (auto bad : {
           "",
           "{}",
           "[]",
           R"({"aud":"mrbill","sub":"s","iat":1800000000,"exp":1800000600})",
           R"({"iss":"mrbill-auth","sub":"s","iat":1800000000,"exp":1800000600})",
           R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000000})",
           R"({"iss":"mrbill-auth","aud":["mrbill"],"sub":"s","iat":1800000000,"exp":1800000600})",
           R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000000,"exp":"1800000600"})",
           R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000000,"exp":1e12})",
           R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000000,"exp":-1})",
           R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000600,"exp":1800000000})",
           R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","sub":"t","iat":1800000000,"exp":1800000600})",
           R"({"iss":"mrbill-auth","aud":"mrbill","sub":"s","iat":1800000000,"exp":1800000600,"role":1})",
       })
    EXPECT_EQ(check(forge_payload(bad)).error(), Refusal::malformed) << bad;
}

TEST_F(Jwt, refuses_every_truncation) {
  auto token = key.sign(claims());
  for (std::size_t length = 0; length < token.size(); ++length)
    EXPECT_FALSE(check(token.substr(0, length))) << length;
}

TEST_F(Jwt, refuses_every_single_bit_flipped) {
  auto token = key.sign(claims());
  for (std::size_t bit = 0; bit < token.size() * 8; ++bit) {
    auto flipped = token;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(check(flipped)) << bit;
  }
}

TEST_F(Jwt, has_exactly_one_form) {
  auto token = key.sign(claims());
  for (auto& bad : {token + "=", token + ".", "." + token, token + "." + token, token + "\n", " " + token,
                    token + std::string(1, '\0')})
    EXPECT_EQ(check(bad).error(), Refusal::malformed) << bad;
}

TEST_F(Jwt, refuses_an_over_long_token_unread) {
  auto json = std::string(payload);
  json.insert(1, "\"pad\":\"" + std::string(max_token_bytes, 'x') + "\",");
  EXPECT_EQ(check(forge_payload(json)).error(), Refusal::malformed);
  EXPECT_EQ(check(std::string(1 << 20, '.')).error(), Refusal::malformed);
}

TEST_F(Jwt, names_the_key_of_an_unverified_token) {
  EXPECT_EQ(named_key(key.sign(claims())).value(), key.kid());
  EXPECT_EQ(named_key("a.b").error(), Refusal::malformed);
  EXPECT_EQ(named_key(forge(R"({"alg":"none","kid":"x"})", payload)).error(), Refusal::algorithm);
}

TEST_F(Jwt, a_key_survives_its_pem_with_the_thumbprint_or_a_name_of_its_own) {
  EXPECT_EQ(SigningKey::from_pem(key.to_pem())->public_jwk(), key.public_jwk());
  EXPECT_EQ(SigningKey::from_pem(key.to_pem(), "catalog")->kid(), "catalog");
  EXPECT_FALSE(SigningKey::from_pem(Secret("nonsense")));
  EXPECT_EQ(key.kid().size(), 43u);  // base64url of SHA-256
}

class FromJwks : public testing::Test {
 protected:
  static constexpr std::string_view x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
  static constexpr std::string_view y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
  static std::string jwk(std::string_view more = {}, std::string_view y_text = y, std::string_view kty = "EC",
                         std::string_view crv = "P-256") {
    auto quote = [](std::string_view text) { return "\"" + std::string(text) + "\""; };
    return "{\"kty\":" + quote(kty) + ",\"crv\":" + quote(crv) + ",\"x\":" + quote(x) +
           ",\"y\":" + quote(y_text) + (more.empty() ? ",\"kid\":\"a\"" : std::string(more)) + "}";
  }
  static bool accepts(const std::string& key) { return KeySet::from_jwks(to_jwks({key})).has_value(); }
};

TEST_F(FromJwks, accepts_a_key_with_and_without_alg_and_use) {
  EXPECT_TRUE(accepts(jwk()));
  EXPECT_TRUE(accepts(jwk(R"(,"kid":"a","alg":"ES256","use":"sig")")));
}

TEST_F(FromJwks, refuses_the_whole_set_for_one_bad_key) {
  EXPECT_FALSE(accepts(jwk(R"(,"kid":"a","alg":"HS256")")));
  EXPECT_FALSE(accepts(jwk(R"(,"kid":"a","use":"enc")")));
  EXPECT_FALSE(accepts(jwk(R"(,"kid":"a","d":"AAAA")")));
  EXPECT_FALSE(accepts(jwk(R"(,"kid":"")")));
  EXPECT_FALSE(accepts(jwk(R"(,"alg":"ES256")")));
  EXPECT_FALSE(accepts(jwk({}, y, "oct")));
  EXPECT_FALSE(accepts(jwk({}, y, "EC", "P-384")));
  EXPECT_FALSE(accepts(jwk({}, x)));  // not on the curve
  EXPECT_FALSE(accepts(jwk({}, "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a")));
  EXPECT_FALSE(accepts(jwk({}, "")));
  EXPECT_FALSE(KeySet::from_jwks(to_jwks({jwk(), jwk()})));  // one kid twice
  EXPECT_FALSE(KeySet::from_jwks(to_jwks({})));
  EXPECT_FALSE(KeySet::from_jwks("nonsense"));
  EXPECT_FALSE(KeySet::from_jwks(std::string(65 * 1024, ' ') + to_jwks({jwk()})));
}

}  // namespace
}  // namespace mrbill::jwt
