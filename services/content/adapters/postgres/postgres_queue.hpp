// How many requests wait to be made, for the metrics; as the worker's role.
#pragma once

#include <cstdint>

#include <postgres/database.hpp>

namespace mrbill::content {

struct Waiting {
  std::int64_t videos = 0;
  std::int64_t reports = 0;
};

class PostgresQueue {
 public:
  explicit PostgresQueue(postgres::Database& worker_database) : database_(worker_database) {}
  [[nodiscard]] Task<Waiting> waiting();

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
