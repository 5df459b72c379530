#include <contract/events.hpp>
#include <events/outbox.hpp>
#include <people/known_people.hpp>

namespace mrbill::people {
namespace {

using postgres::Scope;
using postgres::Statement;

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

// Of no tenant: whoever knows them tells of all people.
events::Event people_requested(const Clock& clock, Random& random, const std::string& service) {
  return {.id = new_uuid(clock, random),
          .source = "/services/" + service,
          .type = "people.requested",
          .subject = service,
          .tenant = {},
          .time = clock.now(),
          .traceparent = {},
          .data = to_json(contract::events::PeopleRequested{.service = service})};
}

}  // namespace

Task<> KnownPeople::learn(ToldPerson person) {
  co_await database_.query(Scope::of(person.tenant), learn_person, person.tenant, person.id, person.full_name,
                           person.locale, person.time_zone, person.version);
}

Task<> KnownPeople::learn(ToldCompany company) {
  co_await database_.query(Scope::of(company.tenant), learn_company, company.tenant, company.name,
                           company.version);
}

Task<bool> KnownPeople::ask_for_everybody(std::string bus_life) {
  auto transaction = co_await database_.begin(Scope::of(TenantId{}));
  const auto asking = co_await transaction.query(ask_once, bus_life);
  if (asking.affected() == 0) co_return false;
  co_await events::append(transaction, people_requested(clock_, random_, service_));
  co_await transaction.commit();
  co_return true;
}

}  // namespace mrbill::people
