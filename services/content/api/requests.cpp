#include "api/requests.hpp"

#include <base/check.hpp>

namespace mrbill::content {

Caller caller_of(const http::Request& request) {
  CHECK(request.principal.has_value(), "the contract's routes of this service demand a person");
  return {request.principal->tenant, request.principal->user, request.trace.to_traceparent()};
}

}  // namespace mrbill::content
