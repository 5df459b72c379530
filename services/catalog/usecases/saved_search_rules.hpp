// What a person may keep under a name: as the list would take it.
#pragma once

#include <base/field_error.hpp>
#include <base/result.hpp>

#include "domain/saved_search.hpp"

namespace mrbill::catalog {

struct SavedSearchDraft {
  std::string name = {};
  SavedQuery query = {};
};

// The name as POCs' are. codes: too_short too_long pattern enum
[[nodiscard]] Result<SavedSearchDraft, FieldErrors> check(SavedSearchDraft draft);

}  // namespace mrbill::catalog
