#include "adapters/postgres/postgres_preferences.hpp"

namespace mrbill::catalog {
namespace {

constexpr postgres::Statement find_preferences{
    "find_preferences", "SELECT locale, time_zone FROM people WHERE tenant_id = $1 AND user_id = $2"};

}  // namespace

Task<std::optional<Preferences>> PostgresPreferences::find(Caller caller) {
  const auto rows = co_await database_.query(postgres::Scope::of(caller.tenant, caller.user),
                                             find_preferences, caller.tenant, caller.user);
  if (rows.empty()) co_return std::nullopt;
  co_return Preferences{rows.front().get<std::string>(0), rows.front().get<std::string>(1)};
}

}  // namespace mrbill::catalog
