// The table memberships of a service: whose membership of a company is over; as the worker's role.
#pragma once

#include <people/told.hpp>
#include <postgres/database.hpp>

namespace mrbill::people {

// What ends in a service with a membership: once, in the transaction that learns of it.
using AtTheEnd = Task<> (*)(postgres::Transaction& transaction, ToldMembership over);

class Memberships {
 public:
  Memberships(postgres::Database& worker_database, AtTheEnd at_the_end)
      : database_(worker_database), at_the_end_(at_the_end) {}
  // An older version than the known one changes nothing.
  [[nodiscard]] Task<> learn(ToldMembership membership);
  [[nodiscard]] Task<bool> is_over(TenantId tenant, UserId user);

 private:
  postgres::Database& database_;
  AtTheEnd at_the_end_;
};

}  // namespace mrbill::people
