// Whether an object is what was put: there, and its content as its digest says. Reads all of it.
#pragma once

#include <string>

#include <objects/object_store.hpp>

namespace mrbill::objects {

[[nodiscard]] Task<bool> is_whole(ObjectStore& store, std::string key);

}  // namespace mrbill::objects
