#pragma once

#include <postgres/idempotency.hpp>

#include "ports/creations.hpp"

namespace mrbill::auth {

class PostgresCreations final : public Creations {
 public:
  explicit PostgresCreations(postgres::Database& database) : database_(database) {}
  Task<Result<std::optional<Created>, KeyConflict>> find(std::optional<Caller> caller, IdempotencyKey key,
                                                         Timestamp now) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
