#include "adapters/postgres/postgres_people.hpp"

namespace mrbill::catalog {
namespace {

constexpr postgres::Statement learn_person{"learn_person", R"(
  INSERT INTO people AS p (tenant_id, user_id, full_name, locale, time_zone, version) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id, user_id) DO UPDATE
  SET full_name = excluded.full_name, locale = excluded.locale, time_zone = excluded.time_zone, version = excluded.version
  WHERE p.version < excluded.version)"};

}  // namespace

Task<> PostgresPeople::learn(Person person) {
  co_await database_.query(postgres::Scope::of(person.tenant), learn_person, person.tenant, person.id,
                           person.full_name, person.locale, person.time_zone, person.version);
}

}  // namespace mrbill::catalog
