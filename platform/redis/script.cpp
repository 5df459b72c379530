#include <array>

#include <openssl/evp.h>

#include <base/check.hpp>
#include <base/encoding.hpp>
#include <redis/script.hpp>

namespace mrbill::redis {

Script Script::of(std::string source) {
  std::array<std::uint8_t, 20> digest{};
  unsigned int length = 0;
  const bool hashed =
      EVP_Digest(source.data(), source.size(), digest.data(), &length, EVP_sha1(), nullptr) == 1;
  CHECK(hashed && length == digest.size(), "OpenSSL always has SHA-1 as a plain digest");
  auto sha1 = to_hex(digest);
  return {std::move(source), std::move(sha1)};
}

}  // namespace mrbill::redis
