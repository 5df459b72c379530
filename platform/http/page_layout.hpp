// contracts/page.html, with the holes {language}, {title} and {content}.
#pragma once

#include <string_view>

namespace mrbill::http {

extern const std::string_view page_layout;

}  // namespace mrbill::http
