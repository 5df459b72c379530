// The passwords that everybody tries first: the breached ones of SecLists, and what people make of them to
// reach our length, which is to repeat them, to put two together, or to hang digits and signs on either end.
//
//   is_common_password("Password1234567!")   // true
//
// The list is a Bloom filter of 17 hashes and 24 bits a word (tools/passwords makes it and says from what):
// no word of it is missed, one of 100,000 others is refused without need.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mrbill::auth {

[[nodiscard]] bool is_common_password(std::string_view text);  // valid UTF-8

// The filter's bits, which the build makes of common_passwords.bloom.
[[nodiscard]] std::span<const std::uint8_t> common_password_bits();

}  // namespace mrbill::auth
