// Cookies (RFC 6265): what a browser sent, and what we ask it to keep.
//
//   cookie(request.headers, "mrbill_refresh")
//   const Cookie kept{.name = "mrbill_refresh", .value = token, .path = "/api/v1/auth", .max_age = 30d};
//   response.headers.add("Set-Cookie", set_cookie(kept));
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <http/message.hpp>

namespace mrbill::http {

// The value of the cookie. Nothing when it is absent, or sent more than once with different values: which one
// is ours nobody can tell.
[[nodiscard]] std::optional<std::string> cookie(const Headers& headers, std::string_view name);

enum class SameSite : std::uint8_t { strict, lax };

struct Cookie {
  std::string name;
  std::string value;  // characters of RFC 6265's cookie-octet; ours are base64url
  std::string path = "/";
  std::optional<std::chrono::seconds> max_age = {};  // of the browser's session without it; zero deletes
  SameSite same_site = SameSite::strict;
};

// Always HttpOnly and Secure. A name or value outside the grammar is our bug.
[[nodiscard]] std::string set_cookie(const Cookie& cookie);

}  // namespace mrbill::http
