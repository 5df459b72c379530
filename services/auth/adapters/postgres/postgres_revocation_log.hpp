#pragma once

#include <postgres/database.hpp>

#include "ports/revocation_log.hpp"

namespace mrbill::auth {

class PostgresRevocationLog final : public RevocationLog {
 public:
  explicit PostgresRevocationLog(postgres::Database& database) : database_(database) {}
  Task<RevocationPage> since(std::string cursor) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
