#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <base/encoding.hpp>
#include <jwt/es256.hpp>

namespace mrbill::jwt {
namespace {

struct FreeNumber {
  void operator()(BIGNUM* number) const { BN_free(number); }
};
using BigNumber = std::unique_ptr<BIGNUM, FreeNumber>;

std::array<std::uint8_t, 32> bytes32(std::string_view encoded) {
  auto decoded = from_base64url(encoded).value();
  std::array<std::uint8_t, 32> out;
  std::copy(decoded.begin(), decoded.end(), out.begin());
  return out;
}

// RFC 7515 appendix A.3
constexpr std::string_view signed_part =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
constexpr std::string_view signature =
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

// The same signature with n - s in place of s.
std::string with_other_s(std::string_view raw) {
  const BigNumber other(BN_new());
  const KeyHandle key = generate_p256();
  BIGNUM* n = nullptr;
  EXPECT_EQ(EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_EC_ORDER, &n), 1);
  const BigNumber owned(n);
  const BigNumber s(BN_bin2bn(reinterpret_cast<const unsigned char*>(raw.data()) + 32, 32, nullptr));
  EXPECT_EQ(BN_sub(other.get(), n, s.get()), 1);
  std::string out(raw);
  EXPECT_EQ(BN_bn2binpad(other.get(), reinterpret_cast<unsigned char*>(out.data()) + 32, 32), 32);
  return out;
}

PublicPoint rfc_point() {
  return {bytes32("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
          bytes32("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")};
}

TEST(Es256, verifies_the_example_of_rfc_7515_in_its_low_form_only) {
  auto key = public_key(rfc_point());
  ASSERT_TRUE(key);
  const auto high = from_base64url(signature).value();
  EXPECT_TRUE(verify_es256(*key, signed_part, as_bytes(with_other_s(high))));
  EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(high)));
}

TEST(Es256, refuses_the_other_form_of_every_signature_it_made) {
  auto key = generate_p256();
  for (int i = 0; i < 200; ++i) {
    const auto data = std::to_string(i);
    const auto made = sign_es256(*key, data);
    const auto other = with_other_s({reinterpret_cast<const char*>(made.data()), made.size()});
    EXPECT_TRUE(verify_es256(*key, data, made));
    EXPECT_FALSE(verify_es256(*key, data, as_bytes(other)));
  }
}

TEST(Es256, refuses_every_single_bit_flipped_in_the_signature) {
  auto key = public_key(rfc_point());
  auto raw = with_other_s(from_base64url(signature).value());
  for (std::size_t bit = 0; bit < raw.size() * 8; ++bit) {
    auto flipped = raw;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(flipped))) << bit;
  }
}

TEST(Es256, refuses_zero_and_too_large_numbers_and_other_lengths) {
  auto key = public_key(rfc_point());
  auto raw = with_other_s(from_base64url(signature).value());
  auto with = [&](std::size_t at, char byte) { return std::string(raw).replace(at, 32, 32, byte); };
  EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(with(0, '\0'))));
  EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(with(32, '\0'))));
  EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(with(0, '\xff'))));
  EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(with(32, '\xff'))));
  EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(raw + '\0')));
  EXPECT_FALSE(verify_es256(*key, signed_part, as_bytes(raw.substr(0, 63))));
  EXPECT_FALSE(verify_es256(*key, signed_part, {}));
}

TEST(Es256, what_it_signs_has_64_bytes_and_verifies) {
  auto key = generate_p256();
  auto publicly = public_key(public_point(*key));
  for (int i = 0; i < 600; ++i) {  // some of them have an r or s of 31 bytes
    auto data = std::to_string(i);
    EXPECT_TRUE(verify_es256(*publicly, data, sign_es256(*key, data)));
    EXPECT_FALSE(verify_es256(*publicly, data + "x", sign_es256(*key, data)));
  }
}

TEST(Es256, refuses_a_point_that_is_not_on_the_curve) {
  auto point = rfc_point();
  point.y[31] ^= 1;
  EXPECT_FALSE(public_key(point));
  EXPECT_FALSE(public_key({}));
}

TEST(Es256, reads_only_pkcs8_of_p256) {
  auto pem = private_key_to_pem(*generate_p256());
  EXPECT_TRUE(private_key_from_pem(pem));
  EXPECT_FALSE(private_key_from_pem(Secret("")));
  EXPECT_FALSE(
      private_key_from_pem(Secret("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")));
  EXPECT_FALSE(private_key_from_pem(Secret(pem.reveal().substr(0, 100))));
  EXPECT_FALSE(private_key_from_pem(private_key_to_pem(*KeyHandle(EVP_EC_gen("secp384r1")))));
}

}  // namespace
}  // namespace mrbill::jwt
