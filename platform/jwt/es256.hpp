// ECDSA on P-256 with SHA-256 over OpenSSL's EVP, in the JOSE form: a signature is r || s, 64 bytes (RFC 7518
// section 3.4). Of the two forms (r, s) and (r, n - s) that every signature has, only the one with the low s
// is made and taken, so that nobody makes a second token out of a first.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <openssl/types.h>

#include <base/secret.hpp>

namespace mrbill::jwt {

struct FreeKey {
  void operator()(EVP_PKEY* key) const;
};
using KeyHandle = std::unique_ptr<EVP_PKEY, FreeKey>;

struct PublicPoint {
  std::array<std::uint8_t, 32> x;
  std::array<std::uint8_t, 32> y;
};

[[nodiscard]] KeyHandle generate_p256();
[[nodiscard]] KeyHandle private_key_from_pem(const Secret& pem);  // empty unless PKCS#8 of a P-256 key
[[nodiscard]] Secret private_key_to_pem(EVP_PKEY& key);
[[nodiscard]] PublicPoint public_point(EVP_PKEY& key);
[[nodiscard]] KeyHandle public_key(const PublicPoint& point);  // empty when the point is not on the curve

[[nodiscard]] std::array<std::uint8_t, 64> sign_es256(EVP_PKEY& key, std::string_view data);
[[nodiscard]] bool verify_es256(EVP_PKEY& key, std::string_view data,
                                std::span<const std::uint8_t> signature);

}  // namespace mrbill::jwt
