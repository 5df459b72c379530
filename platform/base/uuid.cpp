#include <algorithm>
#include <array>
#include <chrono>

#include <base/uuid.hpp>

namespace mrbill {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

// What a hexadecimal digit is worth; 255 for every other character.
constexpr std::array<std::uint8_t, 256> hex_values = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(255);
  for (std::uint8_t i = 0; i < 16; ++i) {
    table[static_cast<std::uint8_t>(digits[i])] = i;
    table[static_cast<std::uint8_t>("0123456789ABCDEF"[i])] = i;
  }
  return table;
}();

// Where each byte's two digits stand.
constexpr std::array<std::uint8_t, 16> byte_places{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return std::nullopt;
  Uuid uuid;
  unsigned seen = 0;
  for (std::size_t i = 0; i < byte_places.size(); ++i) {
    const unsigned high = hex_values[static_cast<std::uint8_t>(text[byte_places[i]])];
    const unsigned low = hex_values[static_cast<std::uint8_t>(text[byte_places[i] + 1U])];
    seen |= high | low;
    uuid.bytes[i] = static_cast<std::uint8_t>(high << 4U | low);
  }
  if (seen > 15) return std::nullopt;
  return uuid;
}

std::string Uuid::to_string() const {
  std::string text(36, '-');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text[byte_places[i]] = digits[bytes[i] >> 4U];
    text[byte_places[i] + 1U] = digits[bytes[i] & 15U];
  }
  return text;
}

Uuid new_uuid(const Clock& clock, Random& random) {
  Uuid uuid{random.bytes<16>()};
  const auto since = clock.now().time_since_epoch();
  const auto milliseconds =
      static_cast<std::uint64_t>(std::chrono::floor<std::chrono::milliseconds>(since).count());
  for (std::size_t i = 0; i < 6; ++i) uuid.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
  uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x70);  // version 7
  uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80);  // variant 10
  return uuid;
}

}  // namespace mrbill
