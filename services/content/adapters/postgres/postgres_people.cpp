#include "adapters/postgres/postgres_people.hpp"

#include <fmt/format.h>

#include <events/outbox.hpp>

#include "adapters/postgres/content_events.hpp"
#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

using postgres::Scope;
using postgres::Statement;

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
constexpr Statement learn_person{"learn_person", R"(
  INSERT INTO people AS p (tenant_id, user_id, full_name, locale, time_zone, version) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id, user_id) DO UPDATE
  SET full_name = excluded.full_name, locale = excluded.locale, time_zone = excluded.time_zone, version = excluded.version
  WHERE p.version < excluded.version)"};
constexpr Statement learn_company{"learn_company", R"(
  INSERT INTO companies AS c (tenant_id, company_name, version) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id) DO UPDATE SET company_name = excluded.company_name, version = excluded.version
  WHERE c.version < excluded.version)"};
constexpr Statement ask_once{"ask_for_people_once", R"(
  INSERT INTO people_asked_for AS asked (bus_life) VALUES ($1)
  ON CONFLICT (one) DO UPDATE SET bus_life = excluded.bus_life, asked_at = now()
  WHERE asked.bus_life IS DISTINCT FROM excluded.bus_life)"};

}  // namespace

Task<Person> PostgresPeople::find(Caller caller, Timestamp now) {
  const auto rows = co_await database_.query(scope_of(caller), find_person, caller.tenant, caller.user, now,
                                             installation_.locale, installation_.time_zone);
  co_return person_columns.read<Person>(rows.front());
}

Task<> PostgresPeopleReadModel::learn(ToldPerson person) {
  co_await database_.query(Scope::of(person.tenant), learn_person, person.tenant, person.id, person.full_name,
                           person.locale, person.time_zone, person.version);
}

Task<> PostgresPeopleReadModel::learn(ToldCompany company) {
  co_await database_.query(Scope::of(company.tenant), learn_company, company.tenant, company.name,
                           company.version);
}

Task<bool> PostgresPeopleReadModel::ask_for_everybody(std::string bus_life) {
  auto transaction = co_await database_.begin(Scope::of(TenantId{}));
  const auto asking = co_await transaction.query(ask_once, bus_life);
  if (asking.affected() == 0) co_return false;
  co_await events::append(transaction, people_requested(clock_, random_));
  co_await transaction.commit();
  co_return true;
}

}  // namespace mrbill::content
