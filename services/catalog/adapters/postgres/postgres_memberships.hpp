// Memberships on PostgreSQL, as the worker's role.
#pragma once

#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

#include "ports/memberships.hpp"

namespace mrbill::catalog {

// Why an import has ended.
inline const jobs::Failure membership_ended{
    "membership_ended",
    "It stopped because its owner is not of this company any more. What was taken in until then stays."};

class PostgresMemberships final : public Memberships {
 public:
  explicit PostgresMemberships(postgres::Database& worker_database) : database_(worker_database) {}
  Task<> learn(ToldMembership membership) override;
  Task<bool> is_over(TenantId tenant, UserId user) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
