// A Random that gives the same bytes in each run: for tests that must repeat, never for secrets.
#pragma once

#include <cstdint>
#include <random>
#include <span>

#include <base/random.hpp>

namespace mrbill::testing {

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed = 1) : engine_(seed) {}
  void fill(std::span<std::uint8_t> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(engine_());
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace mrbill::testing
