// A Random that asks a stronger one for many bytes at a time: for ids of requests and spans, never for keys.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include <base/random.hpp>

namespace mrbill::http {

class BufferedRandom final : public Random {
 public:
  explicit BufferedRandom(Random& source) : source_(source) {}

  void fill(std::span<std::uint8_t> bytes) override {
    if (bytes.size() > pool_.size()) return source_.fill(bytes);
    if (bytes.size() > pool_.size() - used_) {
      source_.fill(pool_);
      used_ = 0;
    }
    std::memcpy(bytes.data(), pool_.data() + used_, bytes.size());
    used_ += bytes.size();
  }

 private:
  Random& source_;
  std::array<std::uint8_t, 2048> pool_;
  std::size_t used_ = sizeof pool_;
};

}  // namespace mrbill::http
