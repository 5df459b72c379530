// A use case's refusal as a problem (RFC 9457): the enumerator is the wire code.
#pragma once

#include <http/problem.hpp>

#include "usecases/refusal.hpp"

namespace mrbill::catalog {

[[nodiscard]] http::Response problem_of(Refusal refusal);

// Those that no use case decides.
[[nodiscard]] http::Problem<contract::ErrorCode::page_and_cursor> page_and_cursor();
[[nodiscard]] http::Problem<contract::ErrorCode::invalid_cursor> invalid_cursor();
[[nodiscard]] http::Problem<contract::ErrorCode::not_permitted> not_for_that_service();

}  // namespace mrbill::catalog
