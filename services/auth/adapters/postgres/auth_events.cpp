#include "adapters/postgres/auth_events.hpp"

#include <base/unreachable.hpp>
#include <events/outbox.hpp>

namespace mrbill::auth {

Task<> AuthEvents::tell(postgres::Transaction& transaction, TenantId tenant,
                        contract::events::PersonChanged change, std::string traceparent) const {
  return append(transaction, "person.changed", change.user_id, tenant, to_json(change),
                std::move(traceparent));
}

Task<> AuthEvents::tell(postgres::Transaction& transaction, TenantId tenant,
                        contract::events::TenantChanged change, std::string traceparent) const {
  return append(transaction, "tenant.changed", change.tenant_id, tenant, to_json(change),
                std::move(traceparent));
}

Task<> AuthEvents::tell(postgres::Transaction& transaction, TenantId tenant,
                        contract::events::MembershipChanged change, std::string traceparent) const {
  return append(transaction, "membership.changed", change.user_id, tenant, to_json(change),
                std::move(traceparent));
}

Task<> AuthEvents::append(postgres::Transaction& transaction, std::string type, Uuid subject, TenantId tenant,
                          std::string data, std::string traceparent) const {
  events::Event event{.id = new_uuid(clock_, random_),
                      .source = "/services/auth",
                      .type = std::move(type),
                      .subject = subject.to_string(),
                      .tenant = tenant,
                      .time = clock_.now(),
                      .traceparent = std::move(traceparent),
                      .data = std::move(data)};
  co_await events::append(transaction, std::move(event));
}

contract::events::MemberRole event_role(Role role) {
  using contract::events::MemberRole;
  switch (role) {
    case Role::user:
      return MemberRole::user;
    case Role::admin:
      return MemberRole::admin;
    case Role::owner:
      return MemberRole::owner;
  }
  unreachable();
}

}  // namespace mrbill::auth
