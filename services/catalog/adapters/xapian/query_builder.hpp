// Everything that a caller asks of a POC but words, as a query on one view.
#pragma once

#include <xapian.h>

#include "adapters/xapian/view.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

// What the caller may find at all: their own, with Scope::tenant the public ones beside them.
[[nodiscard]] Xapian::Query visibility_query(const SearchRequest& request);
// That, and a filter: the request's, or a wider one.
[[nodiscard]] Xapian::Query filter_query(const SearchRequest& request, const PocFilter& filter);

// Whose words the caller may see: everybody's and their own.
[[nodiscard]] std::vector<schema::Audience> audiences_of(const Caller& caller);

}  // namespace mrbill::catalog
