// What every handler reads from a request in the same way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <base/idempotency_key.hpp>
#include <http/message.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// Only on routes that demand a person: the authenticator has put one there.
[[nodiscard]] Caller caller_of(const http::Request& request);

// The answer of a creation follows from its body and its media type.
[[nodiscard]] std::optional<IdempotencyKey> key_of(const http::Request& request, std::string_view operation,
                                                   const std::optional<std::string>& key);

}  // namespace mrbill::catalog
