// Made by tools/contractgen from problems.yaml; not edited by hand.
#include <contract/codes.hpp>

namespace mrbill::contract {
namespace {

struct Word {
  std::string_view text;
  unsigned status;
};
constexpr Word words[] = {
    {"cannot", 400},
    {"gone", 404},
    {"idempotency_key_in_use", 409},
    {"stale", 412},
};

}  // namespace

std::string_view to_string(ErrorCode code) { return words[static_cast<std::uint8_t>(code)].text; }
unsigned status_of(ErrorCode code) { return words[static_cast<std::uint8_t>(code)].status; }

}  // namespace mrbill::contract
