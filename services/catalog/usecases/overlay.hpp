// What the search index does not know yet: the caller's view of the rows newer than its watermark, and which
// of the tenant's POCs it knows wrongly for that.
#pragma once

#include <vector>

#include <async/task.hpp>

#include "ports/poc_search.hpp"
#include "ports/poc_store.hpp"

namespace mrbill::catalog {

struct Overlay {
  std::vector<Poc> rows = {};     // what the caller may see, own deleted ones included
  std::vector<PocId> stale = {};  // whoever may see them
};

// At most 500 rows and 5,000 changes; of more the index is waited for, two seconds at most. Throws
// SearchBehind when it does not come: an answer without a part of the rows would look like a whole one.
[[nodiscard]] Task<Overlay> overlay_for(Caller caller, PocSearch& search, PocStore& store);

}  // namespace mrbill::catalog
