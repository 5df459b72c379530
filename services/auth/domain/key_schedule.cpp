#include "domain/key_schedule.hpp"

#include <algorithm>

namespace mrbill::auth {
namespace {

constexpr std::chrono::minutes slack{10};  // clocks, and answers on their way

// When the next younger key took over from this one.
std::optional<Timestamp> superseded_at(std::span<const KeyTimes> keys, std::size_t index) {
  std::optional<Timestamp> earliest;
  for (std::size_t other = 0; other < keys.size(); ++other) {
    const bool younger = keys[other].activates_at > keys[index].activates_at ||
                         (keys[other].activates_at == keys[index].activates_at && other > index);
    if (younger && (!earliest || keys[other].activates_at < *earliest)) earliest = keys[other].activates_at;
  }
  return earliest;
}

}  // namespace

KeyState key_state(std::span<const KeyTimes> keys, std::size_t index, Timestamp now) {
  if (keys[index].activates_at > now) return KeyState::next;
  const auto end = superseded_at(keys, index);
  if (!end || *end > now) return KeyState::current;
  return now - *end > access_token_life + slack ? KeyState::gone : KeyState::retired;
}

std::optional<Timestamp> next_activation(std::span<const KeyTimes> keys, Timestamp now) {
  if (keys.empty()) return now;
  const auto youngest = std::ranges::max(keys, {}, &KeyTimes::activates_at).activates_at;
  if (youngest > now || now < youngest + key_signs_for - key_known_before) return std::nullopt;
  return now + key_known_before;
}

}  // namespace mrbill::auth
