// The Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header), as the generated reader has
// read it. What it protects is stored by the use case, in its own transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <base/idempotency_key.hpp>
#include <http/message.hpp>

namespace mrbill::http {

// The key with the request that it was sent with: everything that an answer depends on: the kind of
// body, the query, the body. The digest is sha256, or a keyed one where a body holds what must not be guessed
// from it.
[[nodiscard]] std::optional<IdempotencyKey> key_of(
    const Request& request, std::string_view operation, const std::optional<std::string>& key,
    const std::function<Sha256(std::string_view)>& digest = sha256);

}  // namespace mrbill::http
