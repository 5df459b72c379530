// Deletes what nobody can use any more.
#pragma once

#include <base/clock.hpp>
#include <postgres/database.hpp>

namespace mrbill::auth {

class PostgresRetention {
 public:
  explicit PostgresRetention(postgres::Database& worker_database) : database_(worker_database) {}
  // How many rows, by table in the log.
  [[nodiscard]] Task<std::int64_t> clear_expired(Timestamp now);

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
