// A use case's refusal as a problem (RFC 9457): the enumerator is the wire code.
#pragma once

#include <http/problem.hpp>

#include "usecases/refusal.hpp"

namespace mrbill::content {

[[nodiscard]] http::Response problem_of(Refusal refusal);

}  // namespace mrbill::content
