// A 64-bit running hash for the identity of what is drawn; not for secrets. The same on every run.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mrbill::canvas {

class Hasher {
 public:
  Hasher& add(std::uint64_t value) {
    state_ = (state_ ^ value) * 0x9E3779B97F4A7C15ULL;
    state_ ^= state_ >> 29;
    return *this;
  }
  Hasher& add(double value) { return add(std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value)); }
  Hasher& add(int value) { return add(static_cast<std::uint64_t>(static_cast<std::int64_t>(value))); }
  Hasher& add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    while (!text.empty()) {
      std::uint64_t word = 0;
      auto taken = text.size() < 8 ? text.size() : 8;
      std::memcpy(&word, text.data(), taken);
      add(word);
      text.remove_prefix(taken);
    }
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return state_ ^ (state_ >> 32); }

 private:
  std::uint64_t state_ = 0x2545F4914F6CDD1DULL;
};

}  // namespace mrbill::canvas
