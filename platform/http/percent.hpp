// Percent-encoding (RFC 3986 section 2.1), strict both ways, by Boost.URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mrbill::http {

// Whether two hexadecimal digits follow every '%'.
[[nodiscard]] bool has_whole_percents(std::string_view text);
// Nothing for a '%' without two hexadecimal digits. The bytes may be anything: check them where they
// are used.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);
// Everything but the unreserved characters (RFC 3986 section 2.3) is encoded.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace mrbill::http
