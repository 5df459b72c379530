// The statements of PocStore::list: one for each order, scope, way of starting, and with or without the total.
#pragma once

#include <string>

#include "ports/poc_store.hpp"

namespace mrbill::catalog {

// After the filter's parameters: $9 limit, then $10 offset, or $10 the key and $11 the id to go on behind. The first column is
// the total; a page without rows is one row whose id is NULL.
struct ListStatement {
  std::string name;
  std::string sql;
};
// The same reference for the same kind of query, for ever.
[[nodiscard]] const ListStatement& list_statement(const PocQuery& query);

}  // namespace mrbill::catalog
