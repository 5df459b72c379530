#include <openssl/evp.h>

#include <base/check.hpp>
#include <objects/content_digest.hpp>

namespace mrbill::objects {

struct ContentDigest::Context {
  EVP_MD_CTX* md = EVP_MD_CTX_new();
  Context() { CHECK(md && EVP_DigestInit_ex(md, EVP_sha256(), nullptr) == 1, "SHA-256 is there"); }
  ~Context() { EVP_MD_CTX_free(md); }
};

ContentDigest::ContentDigest() : context_(std::make_unique<Context>()) {}
ContentDigest::~ContentDigest() = default;

void ContentDigest::add(std::string_view piece) {
  CHECK(EVP_DigestUpdate(context_->md, piece.data(), piece.size()) == 1, "a digest takes any piece");
}

Sha256 ContentDigest::finish() {
  Sha256 out;
  CHECK(EVP_DigestFinal_ex(context_->md, out.data(), nullptr) == 1, "a digest ends once");
  return out;
}

}  // namespace mrbill::objects
