// The events of auth, written into the outbox of the transaction that causes them (contracts/events).
#pragma once

#include <string>

#include <async/task.hpp>
#include <base/random.hpp>
#include <contract/events.hpp>
#include <postgres/database.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

class AuthEvents {
 public:
  AuthEvents(const Clock& clock, Random& random) : clock_(clock), random_(random) {}

  // To the people read model of one company. The transaction lives longer than the task.
  [[nodiscard]] Task<> tell(postgres::Transaction& transaction, TenantId tenant,
                            contract::events::PersonChanged change, std::string traceparent) const;
  [[nodiscard]] Task<> tell(postgres::Transaction& transaction, TenantId tenant,
                            contract::events::TenantChanged change, std::string traceparent) const;
  [[nodiscard]] Task<> tell(postgres::Transaction& transaction, TenantId tenant,
                            contract::events::MembershipChanged change, std::string traceparent) const;

 private:
  [[nodiscard]] Task<> append(postgres::Transaction& transaction, std::string type, Uuid subject,
                              TenantId tenant, std::string data, std::string traceparent) const;
  const Clock& clock_;
  Random& random_;
};

[[nodiscard]] contract::events::MemberRole event_role(Role role);
// The first version of a row that may come back after it was deleted: consumers ignore older ones, so it goes
// on from the time.
[[nodiscard]] inline std::int64_t first_version(Timestamp at) {
  return at.time_since_epoch().count();
}

}  // namespace mrbill::auth
