// Made by tools/contractgen from problems.yaml; not edited by hand.
#pragma once

#include <cstdint>
#include <string_view>

namespace mrbill::contract {

// Every code of an error: the enumerator is the word on the wire.
enum class ErrorCode : std::uint8_t {
  cannot,
  gone,
  idempotency_key_in_use,
  stale,
};
[[nodiscard]] std::string_view to_string(ErrorCode code);
[[nodiscard]] unsigned status_of(ErrorCode code);

}  // namespace mrbill::contract
