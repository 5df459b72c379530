#include "adapters/postgres/belongings.hpp"

#include <fmt/format.h>

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

constexpr auto belonging_columns = postgres::columns(
    postgres::column<&Belonging::tenant>("tenant_id"),
    postgres::column<&Belonging::tenant_name>("name", "t.name"), postgres::column<&Belonging::role>("role"));
const postgres::MadeStatement select_belongings{
    "belongings_of_person", fmt::format("SELECT {} FROM memberships m JOIN tenants t USING (tenant_id) "
                                        "WHERE m.user_id = $1 ORDER BY t.name, m.tenant_id",
                                        belonging_columns.list("m"))};

}  // namespace

Task<std::vector<Belonging>> PostgresBelongings::of_person(UserId user) {
  const auto rows = co_await database_.query(postgres::Scope::person(user), select_belongings, user);
  co_return belonging_columns.read<Belonging>(rows);
}

}  // namespace mrbill::auth
