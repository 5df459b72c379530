// Made by tools/contractgen from problems.yaml; not edited by hand.
#pragma once

#include <string_view>

#include <contract/codes.hpp>

namespace mrbill::contract {

struct ListedSentence {
  ErrorCode code;
  std::string_view sentence;
};
inline constexpr ListedSentence listed_sentences[] = {
    {ErrorCode::cannot, "It cannot."},
    {ErrorCode::gone, "{} is gone."},
    {ErrorCode::gone, "It is gone."},
    {ErrorCode::idempotency_key_in_use, "Wait."},
    {ErrorCode::stale, "It was changed."},
};
// Codes whose detail is the sentence of a failure.
[[nodiscard]] constexpr bool tells_failure(ErrorCode code) { return code == ErrorCode::cannot; }

}  // namespace mrbill::contract
