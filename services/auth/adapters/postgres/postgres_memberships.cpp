#include "adapters/postgres/postgres_memberships.hpp"

#include <fmt/format.h>

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

constexpr auto membership_columns =
    postgres::columns(postgres::column<&Membership::tenant>("tenant_id"),
                      postgres::column<&Membership::tenant_name>("name", "t.name"),
                      postgres::column<&Membership::role>("role"));
const postgres::MadeStatement select_memberships{
    "memberships_of_person", fmt::format("SELECT {} FROM memberships m JOIN tenants t USING (tenant_id) "
                                         "WHERE m.user_id = $1 ORDER BY t.name, m.tenant_id",
                                         membership_columns.list("m"))};

}  // namespace

Task<std::vector<Membership>> PostgresMemberships::of_person(UserId user) {
  const auto rows = co_await database_.query(postgres::Scope::person(user), select_memberships, user);
  co_return membership_columns.read<Membership>(rows);
}

}  // namespace mrbill::auth
