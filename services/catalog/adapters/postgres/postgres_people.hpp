// What is known of people here, as auth tells of it (person.changed); as the worker's role.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <base/clock.hpp>
#include <base/random.hpp>
#include <postgres/database.hpp>

namespace mrbill::catalog {

struct Person {
  TenantId tenant;  // a person is told once for each tenant of theirs
  UserId id;
  std::optional<std::string> full_name = {};  // nothing once erased
  std::string locale = {};
  std::string time_zone = {};
  std::int64_t version = 0;
};

class PostgresPeople {
 public:
  PostgresPeople(postgres::Database& worker_database, const Clock& clock, Random& random)
      : database_(worker_database), clock_(clock), random_(random) {}
  // An older version than the known one changes nothing.
  [[nodiscard]] Task<> learn(Person person);
  // Asks auth for everybody, once in each life of the bus that tells of them. Says whether it asked.
  [[nodiscard]] Task<bool> ask_for_everybody(std::string bus_life);

 private:
  postgres::Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
