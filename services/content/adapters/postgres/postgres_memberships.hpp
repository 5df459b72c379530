// Memberships on PostgreSQL, as the worker's role.
#pragma once

#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

#include "ports/memberships.hpp"

namespace mrbill::content {

// Why something is not made any more; domain/failure_text has the words.
inline const jobs::Failure membership_ended{"membership_ended", ""};

class PostgresMemberships final : public Memberships {
 public:
  explicit PostgresMemberships(postgres::Database& worker_database) : database_(worker_database) {}
  Task<> learn(ToldMembership membership) override;
  Task<bool> is_over(TenantId tenant, UserId user) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
