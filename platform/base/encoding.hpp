// Bytes as text: base64url without padding (RFC 4648 section 5) and lower-case hexadecimal; SHA-256
// and HMAC-SHA-256.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mrbill {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] std::string to_base64url(std::span<const std::uint8_t> bytes);
// Strict: no padding, no white space, no foreign characters, no non-zero trailing bits.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::optional<std::string> from_hex(std::string_view text);

[[nodiscard]] Sha256 sha256(std::string_view data);
[[nodiscard]] Sha256 hmac_sha256(std::span<const std::uint8_t> key, std::string_view data);
// Takes the same time wherever the first difference lies.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

[[nodiscard]] inline std::span<const std::uint8_t> as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace mrbill
