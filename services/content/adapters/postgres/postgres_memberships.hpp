// Whose membership of a company is over, as auth tells of it (membership.changed); as the worker's role.
#pragma once

#include <cstdint>

#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

namespace mrbill::content {

// Why something is not made any more; domain/failure_text has the words.
inline const jobs::Failure membership_ended{"membership_ended", ""};

enum class Membership : std::uint8_t {
  holds,
  left,     // of their own accord
  removed,  // by somebody else
};

struct ToldMembership {
  TenantId tenant;
  UserId user;
  Membership state = Membership::holds;
  std::int64_t version = 0;
};

class PostgresMemberships {
 public:
  explicit PostgresMemberships(postgres::Database& worker_database) : database_(worker_database) {}
  // With the membership ends what was made for the person there, now and by schedule; of who was removed the
  // links to their films end as well, of who left they are the company's. An older version than the known one
  // changes nothing.
  [[nodiscard]] Task<> learn(ToldMembership membership);
  [[nodiscard]] Task<bool> is_over(TenantId tenant, UserId user);

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
