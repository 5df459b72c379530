// The statements of PocStore::list: one for each order, way of starting and filter that is asked for, with or
// without the total.
#pragma once

#include "adapters/postgres/poc_filter_sql.hpp"
#include "adapters/postgres/statement_shelf.hpp"
#include "ports/poc_store.hpp"

namespace mrbill::catalog {

// After the filter's parameters: the limit, then the offset, or the key and the id to go on behind. Beside
// the POC's columns are the total (NULL without) and the state of the tenant's rows that it is of; a page
// without rows is one row whose poc_id is NULL. The same reference for the same kind of query, for as long as
// the thread lives.
[[nodiscard]] const MadeStatement& list_statement(const PocQuery& query, bool with_total);
// The total alone: of the filter's parameters.
[[nodiscard]] const MadeStatement& count_statement(const PocFilter& filter);

}  // namespace mrbill::catalog
