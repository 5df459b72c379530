// Text in HTML.
#pragma once

#include <string>
#include <string_view>

namespace mrbill::text {

// As content or as the value of a quoted attribute: & < > " ' as references.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace mrbill::text
