#include "api/requests.hpp"

#include <base/check.hpp>

namespace mrbill::catalog {

Caller caller_of(const http::Request& request) {
  CHECK(request.principal.has_value(), "the contract's routes of this service demand a person");
  const auto& person = *request.principal;
  return {person.tenant, person.user, request.trace.to_traceparent(), person.role != http::Role::user};
}

}  // namespace mrbill::catalog
