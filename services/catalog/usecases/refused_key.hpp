// What an Idempotency-Key refuses, among the errors of the use case that was given it.
#pragma once

#include <base/idempotency_key.hpp>

namespace mrbill::catalog {

template <class Error>
[[nodiscard]] Error refused_key(KeyConflict conflict) {
  return {conflict == KeyConflict::in_use ? Error::idempotency_key_in_use : Error::idempotency_key_reused};
}

}  // namespace mrbill::catalog
