// When a signing key is next, current or retired: a matter of time alone. A key is published from its
// birth, signs once it is active and no younger one is, and stays published until the last token it signed
// has expired.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <base/clock.hpp>

namespace mrbill::auth {

inline constexpr std::chrono::minutes access_token_life{10};
inline constexpr std::chrono::days key_signs_for{30};
inline constexpr std::chrono::hours key_known_before{
    24};  // verifiers have long fetched it when it begins to sign

enum class KeyState : std::uint8_t { next, current, retired, gone };

struct KeyTimes {
  Timestamp created_at;
  Timestamp activates_at;
};

// The states of all keys, in their order. A key is gone once a younger one has signed for longer than a
// token lives.
[[nodiscard]] KeyState key_state(std::span<const KeyTimes> keys, std::size_t index, Timestamp now);

// When a new key should become active; nothing while none is needed.
[[nodiscard]] std::optional<Timestamp> next_activation(std::span<const KeyTimes> keys, Timestamp now);

}  // namespace mrbill::auth
