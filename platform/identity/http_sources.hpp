// Auth as its internal listener shows it: what KnownKeys and RevocationFeed ask. Both throw when it does
// not answer.
//
//   http::Client auth(io, {.base_url = "http://127.0.0.1:8081", .name = "auth"}, registry);
//   auto keys = KnownKeys::make(io, keys_over_http(auth));
#pragma once

#include <optional>
#include <string_view>

#include <base/secret.hpp>
#include <identity/known_keys.hpp>
#include <identity/revocation_feed.hpp>

namespace mrbill::http {
class Client;
}

namespace mrbill::identity {

// The client must outlive what is returned.
[[nodiscard]] KnownKeys::Fetch keys_over_http(http::Client& auth);  // /.well-known/jwks.json
[[nodiscard]] RevocationFeed::Fetch revocations_over_http(http::Client& auth,
                                                          Secret installation_key);  // /internal/revocations

// RevocationPage of contracts/openapi/auth.yaml; nothing when any part of it is not understood.
[[nodiscard]] std::optional<RevocationPage> parse_revocation_page(std::string_view json);

}  // namespace mrbill::identity
