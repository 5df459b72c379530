// Whether everything that was made is still there as it was made.
#pragma once

#include <async/task.hpp>
#include <objects/whole.hpp>

#include "domain/object_keys.hpp"

namespace mrbill::content {

[[nodiscard]] inline Task<bool> is_whole(objects::ObjectStore& files, UserId user, Render render) {
  for (auto& key : keys_of(user, render)) {
    const bool whole = co_await objects::is_whole(files, std::move(key));
    if (!whole) co_return false;
  }
  co_return true;
}

}  // namespace mrbill::content
