#include "adapters/postgres/postgres_people.hpp"

#include <fmt/format.h>

#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

constexpr auto person_columns = postgres::columns(
    postgres::column<&Person::full_name>("full_name"),
    postgres::column<&Person::company_name>("company_name"), postgres::column<&Person::locale>("locale"),
    postgres::column<&Person::time_zone>("time_zone"),
    postgres::column<&Person::day_ends>("day_ends",
                                        "moment_of(date_trunc('day', wall_clock($3, known.time_zone)) + "
                                        "interval '1 day', known.time_zone)"));
const postgres::MadeStatement find_person{"find_person", fmt::format(R"(
  SELECT {} FROM (
    SELECT coalesce(p.full_name, '') AS full_name, coalesce(c.company_name, '') AS company_name,
           coalesce(p.locale, $4) AS locale, coalesce(p.time_zone, $5) AS time_zone
    FROM (VALUES (1)) one
    LEFT JOIN people p ON p.tenant_id = $1 AND p.user_id = $2
    LEFT JOIN companies c ON c.tenant_id = $1) known)",
                                                                     person_columns.list("known"))};

}  // namespace

Task<Person> PostgresPeople::find(Caller caller, Timestamp now) {
  const auto rows = co_await database_.query(scope_of(caller), find_person, caller.tenant, caller.user, now,
                                             installation_.locale, installation_.time_zone);
  co_return person_columns.read<Person>(rows.front());
}

}  // namespace mrbill::content
