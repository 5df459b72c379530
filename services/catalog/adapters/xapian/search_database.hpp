// The whole of one search, on one state of the index.
#pragma once

#include <xapian.h>

#include "adapters/xapian/budget.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

// Throws BudgetSpent.
[[nodiscard]] SearchResult search_database(const Xapian::Database& database, const SearchRequest& request,
                                           const Budget& budget);

}  // namespace mrbill::catalog
