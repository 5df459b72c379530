// What has outlived its time, as the worker's role: its policies admit nothing younger.
#pragma once

#include <cstdint>

#include <postgres/database.hpp>

namespace mrbill::catalog {

class PostgresRetention {
 public:
  explicit PostgresRetention(postgres::Database& worker_database) : database_(worker_database) {}
  // POCs deleted and marks taken away 30 days ago, idempotency keys of yesterday, errors and changes of
  // imports and finished jobs of last month. Removes some of them; 0 when none are left.
  [[nodiscard]] Task<std::int64_t> remove_some();

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
