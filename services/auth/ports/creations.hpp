// What was created under an Idempotency-Key, kept for 24 hours. The row of the key is written by the port
// whose transaction makes the thing, so that it exists exactly when the thing does; here it is looked for
// before any other work for the request.
#pragma once

#include <optional>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

class Creations {
 public:
  virtual ~Creations() = default;
  // Nothing when the key is new. Without a caller: the key of a sign-up, which belongs to nobody yet.
  [[nodiscard]] virtual Task<Result<std::optional<Created>, KeyConflict>> find(std::optional<Caller> caller,
                                                                               IdempotencyKey key,
                                                                               Timestamp now) = 0;
};

}  // namespace mrbill::auth
