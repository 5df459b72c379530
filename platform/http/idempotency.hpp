// The Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header): only read here. What it
// protects is stored by the use case, in its own transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <base/idempotency_key.hpp>
#include <base/result.hpp>
#include <http/message.hpp>
#include <http/problem.hpp>

namespace mrbill::http {

// 1 to 255 visible ASCII characters; nothing when none was sent; an error when it is unfit or sent twice.
[[nodiscard]] Result<std::optional<std::string>, FieldError> idempotency_key(const Headers& headers);

// The key with the request that it was sent with: everything that an answer depends on: the kind of
// body, the query, the body. The digest is sha256, or a keyed one where a body holds what must not be guessed
// from it.
[[nodiscard]] std::optional<IdempotencyKey> key_of(
    const Request& request, std::string_view operation, const std::optional<std::string>& key,
    const std::function<Sha256(std::string_view)>& digest = sha256);

}  // namespace mrbill::http
