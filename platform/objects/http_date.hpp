// HTTP's date (RFC 9110 section 5.6.7): Sun, 06 Nov 1994 08:49:37 GMT. Whole seconds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>

namespace mrbill::objects {

[[nodiscard]] std::string to_http_date(Timestamp time);
// The preferred form only; the obsolete ones are read as no date, which every condition allows.
[[nodiscard]] std::optional<Timestamp> parse_http_date(std::string_view text);

}  // namespace mrbill::objects
