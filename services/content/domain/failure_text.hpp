// Why something could not be made, for the person who asked: in English, the key of what
// contracts/problems.yaml tells a Brazilian.
#pragma once

#include <string>
#include <string_view>

namespace mrbill::content {

// For the codes of this service, of its jobs and of what draws; another code's own words stay as they
// are (`otherwise`).
[[nodiscard]] std::string failure_text(std::string_view code, std::string_view otherwise);

}  // namespace mrbill::content
