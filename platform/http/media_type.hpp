// What a message carries (RFC 9110, section 8.3).
#pragma once

#include <string_view>

#include <http/ascii.hpp>
#include <http/message.hpp>

namespace mrbill::http {

// The type without its parameters, as sent: "text/html" of "text/html; charset=utf-8".
[[nodiscard]] constexpr std::string_view essence_of(std::string_view content_type) {
  return ascii::trimmed(content_type.substr(0, content_type.find(';')));
}

// Sent by a form of a page.
[[nodiscard]] inline bool is_form(const Request& request) {
  return ascii::equal_without_case(essence_of(request.headers.get_or("Content-Type", "")),
                                   "application/x-www-form-urlencoded");
}

}  // namespace mrbill::http
