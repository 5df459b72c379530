// Randomness as a port. SystemRandom is cryptographically strong (OpenSSL's RAND_bytes).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace mrbill {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;

  template <std::size_t N>
  [[nodiscard]] std::array<std::uint8_t, N> bytes() {
    std::array<std::uint8_t, N> out;
    fill(out);
    return out;
  }
};

class SystemRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace mrbill
