#include "adapters/postgres/postgres_people.hpp"

#include <events/outbox.hpp>

#include "adapters/postgres/poc_events.hpp"

namespace mrbill::catalog {
namespace {

constexpr postgres::Statement learn_person{"learn_person", R"(
  INSERT INTO people AS p (tenant_id, user_id, full_name, locale, time_zone, version) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id, user_id) DO UPDATE
  SET full_name = excluded.full_name, locale = excluded.locale, time_zone = excluded.time_zone, version = excluded.version
  WHERE p.version < excluded.version)"};
constexpr postgres::Statement ask_once{"ask_for_people_once", R"(
  INSERT INTO people_asked_for AS asked (bus_life) VALUES ($1)
  ON CONFLICT (one) DO UPDATE SET bus_life = excluded.bus_life, asked_at = now()
  WHERE asked.bus_life IS DISTINCT FROM excluded.bus_life)"};

}  // namespace

Task<> PostgresPeople::learn(Person person) {
  co_await database_.query(postgres::Scope::of(person.tenant), learn_person, person.tenant, person.id,
                           person.full_name, person.locale, person.time_zone, person.version);
}

Task<bool> PostgresPeople::ask_for_everybody(std::string bus_life) {
  auto transaction = co_await database_.begin(postgres::Scope::of(TenantId{}));
  const auto asking = co_await transaction.query(ask_once, bus_life);
  if (asking.affected() == 0) co_return false;
  co_await events::append(transaction, people_requested(clock_, random_));
  co_await transaction.commit();
  co_return true;
}

}  // namespace mrbill::catalog
