// What is wrong with a document, by this module's name.
#pragma once

#include <base/field_error.hpp>

namespace mrbill::json {

using mrbill::FieldError;

}  // namespace mrbill::json
