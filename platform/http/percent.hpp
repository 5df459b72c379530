// Percent-encoding (RFC 3986 section 2.1), strict both ways.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mrbill::http {

// Nothing for a '%' without two hexadecimal digits. The bytes may be anything: check them where they
// are used.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);
// Everything but the unreserved letters (RFC 3986 section 2.3) is encoded.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace mrbill::http
