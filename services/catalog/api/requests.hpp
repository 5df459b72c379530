// What every handler reads from a request in the same way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <http/idempotency.hpp>
#include <http/message.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// Only on routes that demand a person: the authenticator has put one there.
[[nodiscard]] Caller caller_of(const http::Request& request);

}  // namespace mrbill::catalog
