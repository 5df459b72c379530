// What handlers read from a request, and the headers they answer with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <base/check.hpp>
#include <contract/auth.hpp>
#include <http/cookies.hpp>
#include <http/etag.hpp>
#include <http/links.hpp>
#include <http/message.hpp>

#include "domain/device_token.hpp"
#include "domain/people.hpp"
#include "domain/preferences.hpp"
#include "domain/throttle_rules.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

[[nodiscard]] inline std::string network_of(const http::Request& request) {
  return network_of(request.client_address);
}

// The device that a request comes from, if it shows a token of ours: in the header, or in the cookie, which
// had a name without a mark once.
template <class Input>
[[nodiscard]] std::optional<Device> device_of(const Input& input, const std::optional<std::string>& cookie,
                                              const DeviceTokens& tokens, Timestamp now) {
  for (const auto& token : {input.x_device_token, cookie, input.mrbill_device}) {
    if (auto device = tokens.read(token.value_or(""), now)) return device;
  }
  return std::nullopt;
}

// The language and zone that a newcomer asks for.
template <class Body>
[[nodiscard]] RequestedPreferences requested_preferences(const http::Request& request, const Body& body) {
  return {body.locale, body.time_zone, request.headers.get_or("Accept-Language", "")};
}

[[nodiscard]] inline Caller caller_of(const http::Principal& principal, const trace::Context& trace) {
  const auto role = parse_role(http::to_string(principal.role));
  CHECK(role, "both enumerations hold the same roles");
  return {principal.user, principal.tenant, *role, principal.session.uuid, trace.to_traceparent()};
}
[[nodiscard]] inline Caller caller_of(const http::Request& request) {
  CHECK(request.principal, "the authenticator admits only persons to these routes");
  return caller_of(*request.principal, request.trace);
}

// Link: rel="next" beside the pagination's nextCursor (RFC 8288).
[[nodiscard]] inline http::Response paged(const http::Request& request, http::Response response,
                                          const contract::auth::Pagination& pagination) {
  if (!pagination.next_cursor) return response;
  http::LinkHeader links(request.path, http::parse_query(request.query).value_or(http::QueryParameters{}));
  links.add("next", {{"cursor", *pagination.next_cursor}}, {"page"});
  response.headers.add("Link", links.value());
  return response;
}

// Answers that hold tokens are kept by nobody.
inline void never_store(http::Response& response) {
  response.headers.set("Cache-Control", "no-store");
}

}  // namespace mrbill::auth
