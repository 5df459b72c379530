#include <memory>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <base/check.hpp>
#include <base/encoding.hpp>

namespace mrbill {

namespace {

// Fetched once: looking an algorithm up costs OpenSSL 3 more than hashing a short text.
const EVP_MD* sha256_algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  CHECK(fetched != nullptr, "SHA-256 is in every OpenSSL");
  return fetched;
}

// A context that knows HMAC-SHA-256 and waits for a key; one a thread.
EVP_MAC_CTX* hmac_context() {
  using Context = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;
  thread_local const Context context = [] {
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr),
                                                                 &EVP_MAC_free);
    Context made(EVP_MAC_CTX_new(hmac.get()), &EVP_MAC_CTX_free);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
    CHECK(made != nullptr && EVP_MAC_CTX_set_params(made.get(), parameters) == 1,
          "HMAC-SHA-256 is in every OpenSSL");
    return made;
  }();
  return context.get();
}

}  // namespace

Sha256 sha256(std::string_view data) {
  Sha256 digest;
  unsigned size = 0;
  const int done = EVP_Digest(data.data(), data.size(), digest.data(), &size, sha256_algorithm(), nullptr);
  CHECK(done == 1 && size == digest.size(), "SHA-256 is in every OpenSSL");
  return digest;
}

Sha256 hmac_sha256(std::span<const std::uint8_t> key, std::string_view data) {
  Sha256 code;
  std::size_t size = 0;
  const auto bytes = as_bytes(data);
  // An empty key is a key too, but OpenSSL takes a null pointer for "the same as before".
  const std::uint8_t none = 0;
  auto* context = hmac_context();
  const bool done = EVP_MAC_init(context, key.empty() ? &none : key.data(), key.size(), nullptr) == 1 &&
                    EVP_MAC_update(context, bytes.data(), bytes.size()) == 1 &&
                    EVP_MAC_final(context, code.data(), &size, code.size()) == 1;
  CHECK(done && size == code.size(), "HMAC-SHA-256 is in every OpenSSL");
  return code;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace mrbill
