// People on PostgreSQL, as the worker's role.
#pragma once

#include <postgres/database.hpp>

#include "ports/people.hpp"

namespace mrbill::catalog {

class PostgresPeople final : public People {
 public:
  explicit PostgresPeople(postgres::Database& worker_database) : database_(worker_database) {}
  Task<> learn(Person person) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
