// Bits of H.264's raw byte sequences (ITU-T H.264, 7.2 and 9.1), most significant first.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mrbill::media {

class BitWriter {
 public:
  void bit(bool value) {
    if (used_ % 8 == 0) bytes_.push_back(0);
    if (value) bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | 0x80U >> used_ % 8);
    ++used_;
  }
  void bits(std::uint32_t value, int count) {
    for (int i = count - 1; i >= 0; --i) bit((value >> i & 1) != 0);
  }
  void unsigned_golomb(std::uint32_t value) {
    int length = 0;
    while ((value + 1) >> (length + 1) != 0) ++length;
    bits(0, length);
    bits(value + 1, length + 1);
  }
  void signed_golomb(std::int32_t value) {
    unsigned_golomb(static_cast<std::uint32_t>(value > 0 ? 2 * value - 1 : -2 * value));
  }
  [[nodiscard]] bool is_aligned() const { return used_ % 8 == 0; }
  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t used_ = 0;
};

// Beyond the end there are zeros.
class BitReader {
 public:
  explicit BitReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  bool bit() {
    const auto at = next_++;
    return at / 8 < bytes_.size() && (bytes_[at / 8] >> (7 - at % 8) & 1) != 0;
  }
  std::uint32_t bits(int count) {
    std::uint32_t out = 0;
    for (int i = 0; i < count; ++i) out = out << 1 | static_cast<std::uint32_t>(bit());
    return out;
  }
  std::uint32_t unsigned_golomb() {
    int length = 0;
    while (length < 31 && !bit()) ++length;
    return (1U << length) - 1 + bits(length);
  }
  [[nodiscard]] std::size_t position() const { return next_; }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t next_ = 0;
};

}  // namespace mrbill::media
