#include <openssl/rand.h>

#include <base/check.hpp>
#include <base/random.hpp>

namespace mrbill {

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
  const int filled = RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  CHECK(filled == 1, "OpenSSL's generator is seeded by the kernel");
}

}  // namespace mrbill
