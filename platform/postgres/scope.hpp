// A Scope as the commands that put it in force for one transaction.
#pragma once

#include <postgres/database.hpp>

namespace mrbill::postgres {

[[nodiscard]] inline bool is_nobody(const Scope& scope) {
  return !scope.tenant && !scope.user;
}

// What is absent is set to '', which the policies read as NULL.
[[nodiscard]] inline Command enter(const Scope& scope) {
  constexpr Statement set_scope{
      "set_scope", "SELECT set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true)"};
  return {set_scope, encode_all(scope.tenant ? scope.tenant->to_string() : std::string(),
                                scope.user ? scope.user->to_string() : std::string())};
}

}  // namespace mrbill::postgres
