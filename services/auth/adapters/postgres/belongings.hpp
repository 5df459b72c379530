#pragma once

#include <postgres/database.hpp>

#include "ports/belongings.hpp"

namespace mrbill::auth {

class PostgresBelongings final : public Belongings {
 public:
  explicit PostgresBelongings(postgres::Database& database) : database_(database) {}
  Task<std::vector<Belonging>> of_person(UserId user) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
