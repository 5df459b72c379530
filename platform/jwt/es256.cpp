#include <algorithm>
#include <vector>

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/decoder.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>

#include <base/check.hpp>
#include <jwt/es256.hpp>

namespace mrbill::jwt {
namespace {

constexpr const char* curve = "prime256v1";

template <auto free>
struct Free {
  template <class T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};
using Context = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;
using Decoder = std::unique_ptr<OSSL_DECODER_CTX, Free<OSSL_DECODER_CTX_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;

bool is_p256(EVP_PKEY& key) {
  char name[32] = {};
  std::size_t length = 0;
  return EVP_PKEY_is_a(&key, "EC") == 1 && EVP_PKEY_get_group_name(&key, name, sizeof name, &length) == 1 &&
         std::string_view(name, length) == curve;
}

bool is_zero(std::span<const std::uint8_t> bytes) {
  return std::ranges::all_of(bytes, [](auto byte) { return byte == 0; });
}

// The order n of P-256 (SEC 2 section 2.4.2) and (n - 1) / 2, the largest s that counts as low, big-endian.
constexpr std::array<std::uint8_t, 32> order{0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff,
                                             0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17,
                                             0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51};
constexpr std::array<std::uint8_t, 32> half_order{
    0x7f, 0xff, 0xff, 0xff, 0x80, 0x00, 0x00, 0x00, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xde, 0x73, 0x7d, 0x56, 0xd3, 0x8b, 0xcf, 0x42, 0x79, 0xdc, 0xe5, 0x61, 0x7e, 0x31, 0x92, 0xa8};

bool is_low(std::span<const std::uint8_t> s) {
  return !std::ranges::lexicographical_compare(half_order, s);
}

// s becomes n - s, which signs the same.
void make_low(std::span<std::uint8_t> s) {
  int borrow = 0;
  for (std::size_t i = s.size(); i-- > 0;) {
    const int difference = order[i] - s[i] - borrow;
    borrow = difference < 0 ? 1 : 0;
    s[i] = static_cast<std::uint8_t>(difference + 256 * borrow);
  }
}

void fill_coordinate(EVP_PKEY& key, const char* name, std::array<std::uint8_t, 32>& out) {
  BIGNUM* raw = nullptr;
  CHECK(EVP_PKEY_get_bn_param(&key, name, &raw) == 1, "a P-256 key has coordinates");
  Number number(raw);
  CHECK(BN_bn2binpad(number.get(), out.data(), static_cast<int>(out.size())) == 32,
        "a coordinate is 32 bytes");
}

// r || s as the SEQUENCE that OpenSSL speaks.
std::vector<std::uint8_t> to_der(std::span<const std::uint8_t> raw) {
  Signature signature(ECDSA_SIG_new());
  Number r(BN_bin2bn(raw.data(), 32, nullptr));
  Number s(BN_bin2bn(raw.data() + 32, 32, nullptr));
  CHECK(signature && r && s, "memory for a signature");
  CHECK(ECDSA_SIG_set0(signature.get(), r.release(), s.release()) == 1, "r and s are given");
  std::vector<std::uint8_t> out(80);
  auto* end = out.data();
  auto length = i2d_ECDSA_SIG(signature.get(), &end);
  CHECK(length > 0 && length <= 80, "two numbers of 32 bytes are at most 72 bytes of DER");
  out.resize(static_cast<std::size_t>(length));
  return out;
}

}  // namespace

void FreeKey::operator()(EVP_PKEY* key) const {
  EVP_PKEY_free(key);
}

KeyHandle generate_p256() {
  KeyHandle key(EVP_EC_gen(curve));
  CHECK(key, "OpenSSL makes P-256 keys");
  return key;
}

KeyHandle private_key_from_pem(const Secret& pem) {
  EVP_PKEY* raw = nullptr;
  Decoder decoder(
      OSSL_DECODER_CTX_new_for_pkey(&raw, "PEM", "PrivateKeyInfo", "EC", EVP_PKEY_KEYPAIR, nullptr, nullptr));
  Bio bio(BIO_new_mem_buf(pem.reveal().data(), static_cast<int>(pem.reveal().size())));
  if (!decoder || !bio) return nullptr;
  auto decoded = OSSL_DECODER_from_bio(decoder.get(), bio.get()) == 1;
  KeyHandle key(raw);
  if (!decoded || !key || !is_p256(*key)) return nullptr;
  Context check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  return EVP_PKEY_pairwise_check(check.get()) == 1 ? std::move(key) : nullptr;
}

Secret private_key_to_pem(EVP_PKEY& key) {
  Bio bio(BIO_new(BIO_s_mem()));
  CHECK(PEM_write_bio_PKCS8PrivateKey(bio.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
        "a private key has a PKCS#8 form");
  char* data = nullptr;
  auto length = BIO_get_mem_data(bio.get(), &data);
  return Secret(std::string(data, static_cast<std::size_t>(length)));
}

PublicPoint public_point(EVP_PKEY& key) {
  PublicPoint out;
  fill_coordinate(key, OSSL_PKEY_PARAM_EC_PUB_X, out.x);
  fill_coordinate(key, OSSL_PKEY_PARAM_EC_PUB_Y, out.y);
  return out;
}

KeyHandle public_key(const PublicPoint& point) {
  std::array<std::uint8_t, 65> encoded;  // SEC 1 section 2.3.3, uncompressed
  encoded[0] = 4;
  std::ranges::copy(point.x, encoded.begin() + 1);
  std::ranges::copy(point.y, encoded.begin() + 33);
  std::string group = curve;
  std::array parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, encoded.data(), encoded.size()),
      OSSL_PARAM_construct_end(),
  };
  Context context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* raw = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  if (EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, parameters.data()) != 1) return nullptr;
  KeyHandle key(raw);
  Context check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  return EVP_PKEY_public_check(check.get()) == 1 ? std::move(key) : nullptr;
}

std::array<std::uint8_t, 64> sign_es256(EVP_PKEY& key, std::string_view data) {
  Digest digest(EVP_MD_CTX_new());
  CHECK(EVP_DigestSignInit_ex(digest.get(), nullptr, "SHA256", nullptr, nullptr, &key, nullptr) == 1,
        "SHA-256 is there");
  std::array<std::uint8_t, 80> der;
  auto length = der.size();
  auto* bytes = reinterpret_cast<const std::uint8_t*>(data.data());
  CHECK(EVP_DigestSign(digest.get(), der.data(), &length, bytes, data.size()) == 1, "a P-256 key signs");
  const std::uint8_t* begin = der.data();
  Signature signature(d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(length)));
  std::array<std::uint8_t, 64> out;
  BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out.data(), 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out.data() + 32, 32);
  const auto s = std::span(out).last(32);
  if (!is_low(s)) make_low(s);
  return out;
}

bool verify_es256(EVP_PKEY& key, std::string_view data, std::span<const std::uint8_t> signature) {
  if (signature.size() != 64 || is_zero(signature.first(32)) || is_zero(signature.last(32))) return false;
  if (!is_low(signature.last(32))) return false;
  auto der = to_der(signature);
  Digest digest(EVP_MD_CTX_new());
  CHECK(EVP_DigestVerifyInit_ex(digest.get(), nullptr, "SHA256", nullptr, nullptr, &key, nullptr) == 1,
        "SHA-256 is there");
  auto* bytes = reinterpret_cast<const std::uint8_t*>(data.data());
  return EVP_DigestVerify(digest.get(), der.data(), der.size(), bytes, data.size()) == 1;
}

}  // namespace mrbill::jwt
