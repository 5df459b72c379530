// How much a reader wants one of several (RFC 9110, section 12.4.2).
#pragma once

#include <optional>
#include <string_view>

namespace mrbill::locales {

// What stands behind "q=", in thousandths: "0.85" is 850. Nothing for what is no weight.
[[nodiscard]] std::optional<int> weight_of(std::string_view text);

}  // namespace mrbill::locales
