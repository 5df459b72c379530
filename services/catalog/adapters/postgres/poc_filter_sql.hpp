// A PocFilter as SQL. The text depends on the scope alone; what is not asked for is passed as NULL.
//   $1 tenant  $2 caller  $3 language  $4 tags  $5 framework  $6 favourite  $7 created from  $8 created before
#pragma once

#include <string>

#include <postgres/database.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

[[nodiscard]] std::string where_sql(Scope scope);

// Runs such a statement within the caller's scope; `rest` are the parameters from $9 on.
template <class... Rest>
[[nodiscard]] Task<postgres::Rows> query_filtered(postgres::Database& database, postgres::Statement statement,
                                                  const Caller& caller, const PocFilter& filter,
                                                  const Rest&... rest) {
  return database.query(postgres::Scope::of(caller.tenant, caller.user), statement, caller.tenant,
                        caller.user, filter.language, filter.tags, filter.framework, filter.favorite,
                        filter.created_from, filter.created_before, rest...);
}

}  // namespace mrbill::catalog
