#pragma once

#include <postgres/database.hpp>

#include "ports/keeping.hpp"

namespace mrbill::auth {

class PostgresKeeping final : public Keeping {
 public:
  explicit PostgresKeeping(postgres::Database& worker_database) : database_(worker_database) {}
  Task<std::int64_t> clear_expired(Timestamp now) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
