#include "api/requests.hpp"

#include <base/check.hpp>

namespace mrbill::catalog {

Caller caller_of(const http::Request& request) {
  CHECK(request.principal.has_value(), "the contract's routes of this service demand a person");
  const auto& person = *request.principal;
  return {person.tenant, person.user, request.trace.to_traceparent(), person.role != http::Role::user};
}

std::optional<IdempotencyKey> key_of(const http::Request& request, std::string_view operation,
                                     const std::optional<std::string>& key) {
  if (!key) return std::nullopt;
  std::string whole(request.headers.get_or("Content-Type", ""));
  whole += '\n';
  whole += request.body;
  return IdempotencyKey{std::string(operation), *key, sha256(whole)};
}

}  // namespace mrbill::catalog
