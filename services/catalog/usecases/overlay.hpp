// What the search index does not know yet: the caller's view of the rows newer than its watermark.
#pragma once

#include <vector>

#include <async/task.hpp>

#include "ports/poc_search.hpp"
#include "ports/poc_store.hpp"

namespace mrbill::catalog {

// At most 500 rows; of more the index is waited for, two seconds at most, then the newest 500 must do.
[[nodiscard]] Task<std::vector<Poc>> overlay_for(Caller caller, PocSearch& search, PocStore& store);

}  // namespace mrbill::catalog
