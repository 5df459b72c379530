#pragma once

#include <postgres/database.hpp>

#include "ports/memberships.hpp"

namespace mrbill::auth {

class PostgresMemberships final : public Memberships {
 public:
  explicit PostgresMemberships(postgres::Database& database) : database_(database) {}
  Task<std::vector<Membership>> of_person(UserId user) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::auth
