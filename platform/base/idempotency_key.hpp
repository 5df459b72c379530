// A request that may be repeated (Idempotency-Key): the same key with the same request gives the same answer,
// for 24 hours.
#pragma once

#include <cstdint>
#include <string>

#include <base/clock.hpp>
#include <base/encoding.hpp>
#include <base/uuid.hpp>

namespace mrbill {

struct IdempotencyKey {
  std::string route;    // the contract's operationId
  std::string key;      // of the caller's choice, 1-255 characters
  Sha256 request_hash;  // of everything the answer depends on
};

enum class KeyConflict : std::uint8_t {
  in_use,  // the first request with this key is still running
  reused,  // it belongs to another request
};

// What a creation left behind. The answer is a function of the request and of this.
struct Created {
  Uuid id;
  Timestamp at;
  std::int64_t change_seq = 0;  // of the tenant's counter, where what was created has a place in it
  bool repeated = false;        // by an earlier request with the same key
};

}  // namespace mrbill
