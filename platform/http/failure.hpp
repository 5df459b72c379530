// What a request is answered when the world failed under it: the one place that maps exceptions to problems.
#pragma once

#include <exception>
#include <string_view>

#include <http/problem.hpp>
#include <log/log.hpp>

namespace mrbill::http {

// ServiceUnavailable (CodedUnavailable with a code of its own) and DeadlineExceeded: 503 with Retry-After.
// Anything else: 500. Each is logged; nothing of the exception's text is told to the caller. `out_of_time`:
// the server itself cancelled the handler.
[[nodiscard]] Response answer_to_failure(std::exception_ptr failure, bool out_of_time,
                                         std::string_view operation, const log::Scope& scope);

[[nodiscard]] Response overloaded(Sentence<ErrorCode::overloaded> detail);

}  // namespace mrbill::http
