// People on PostgreSQL, as the worker's role.
#pragma once

#include <base/clock.hpp>
#include <base/random.hpp>
#include <postgres/database.hpp>

#include "ports/people.hpp"

namespace mrbill::catalog {

class PostgresPeople final : public People {
 public:
  PostgresPeople(postgres::Database& worker_database, const Clock& clock, Random& random)
      : database_(worker_database), clock_(clock), random_(random) {}
  Task<> learn(Person person) override;
  Task<bool> ask_for_everybody(std::string bus_life) override;

 private:
  postgres::Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
