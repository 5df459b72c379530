#pragma once

#include <postgres/database.hpp>

#include "ports/retention.hpp"

namespace mrbill::auth {

class PostgresRetention final : public Retention {
 public:
  explicit PostgresRetention(postgres::Database& worker_database) : database_(worker_database) {}
  Task<std::int64_t> clear_expired(Timestamp now) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
