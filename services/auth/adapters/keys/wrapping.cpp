#include <sodium.h>

#include "adapters/keys/key_ring.hpp"

namespace mrbill::auth {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

std::string wrap_key(const std::string& pem, const std::string& kid, const Sha256& kek) {
  std::string box(nonce_bytes + pem.size() + tag_bytes, '\0');
  randombytes_buf(box.data(), nonce_bytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(box) + nonce_bytes, nullptr, bytes(pem), pem.size(),
                                             bytes(kid), kid.size(), nullptr, bytes(box), kek.data());
  return box;
}

std::optional<Secret> unwrap_key(const std::string& box, const std::string& kid, const Sha256& kek) {
  if (box.size() < nonce_bytes + tag_bytes) return std::nullopt;
  std::string pem(box.size() - nonce_bytes - tag_bytes, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes(pem), nullptr, nullptr, bytes(box) + nonce_bytes, box.size() - nonce_bytes, bytes(kid),
      kid.size(), bytes(box), kek.data());
  if (failed != 0) return std::nullopt;
  return Secret{std::move(pem)};
}

}  // namespace mrbill::auth
