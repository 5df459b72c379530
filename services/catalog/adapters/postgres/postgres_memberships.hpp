// Whose membership of a company is over, as auth tells of it (membership.changed); as the worker's role.
#pragma once

#include <cstdint>

#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

namespace mrbill::catalog {

// Why an import has ended.
inline const jobs::Failure membership_ended{
    "membership_ended",
    "It stopped because its owner is not of this company any more. What was taken in until then stays."};

struct ToldMembership {
  TenantId tenant;
  UserId user;
  bool is_over = false;  // they left, or were removed
  std::int64_t version = 0;
};

class PostgresMemberships {
 public:
  explicit PostgresMemberships(postgres::Database& worker_database) : database_(worker_database) {}
  // What was running for the person there ends with the membership, and says why; their saved searches go. An
  // older version than the
  // known one changes nothing.
  [[nodiscard]] Task<> learn(ToldMembership membership);
  [[nodiscard]] Task<bool> is_over(TenantId tenant, UserId user);

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
