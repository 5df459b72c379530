// Queue on PostgreSQL, as the worker's role.
#pragma once

#include <postgres/database.hpp>

#include "ports/queue.hpp"

namespace mrbill::content {

class PostgresQueue final : public Queue {
 public:
  explicit PostgresQueue(postgres::Database& worker_database) : database_(worker_database) {}
  Task<Waiting> waiting() override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
