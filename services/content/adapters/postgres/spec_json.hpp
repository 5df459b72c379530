// The part of a request that has no column of its own, as JSON (content_requests.parameters).
#pragma once

#include <string>
#include <string_view>

#include "domain/content.hpp"

namespace mrbill::content {

[[nodiscard]] std::string parameters_json(const Spec& spec);
// Fills what parameters_json has written; throws std::invalid_argument for anything else.
void read_parameters(std::string_view json, Type type, Spec& spec);

}  // namespace mrbill::content
