// The Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header): only read here. What it
// protects is stored by the use case, in its own transaction.
#pragma once

#include <optional>
#include <string>

#include <base/result.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

// 1 to 255 visible ASCII characters; nothing when none was sent; an error when it is unfit or sent twice.
[[nodiscard]] Result<std::optional<std::string>, FieldError> idempotency_key(const Headers& headers);

}  // namespace mrbill::http
