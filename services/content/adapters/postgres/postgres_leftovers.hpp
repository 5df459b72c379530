// Leftovers on PostgreSQL, as the worker's role: its policies admit nothing younger.
#pragma once

#include <postgres/database.hpp>

#include "ports/leftovers.hpp"

namespace mrbill::content {

class PostgresLeftovers final : public Leftovers {
 public:
  explicit PostgresLeftovers(postgres::Database& worker_database) : database_(worker_database) {}
  Task<std::vector<DueObject>> due_objects(int max) override;
  Task<> object_removed(DueObject object) override;
  Task<std::int64_t> remove_rows() override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
