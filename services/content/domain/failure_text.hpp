// Why something could not be made, for the person who asked, in the language of the request.
#pragma once

#include <string>
#include <string_view>

#include "domain/content.hpp"

namespace mrbill::content {

// For the codes of this service, of its jobs and of what draws; another code's own words stay as they are (`otherwise`).
[[nodiscard]] std::string failure_text(std::string_view code, Locale locale, std::string_view otherwise);

}  // namespace mrbill::content
