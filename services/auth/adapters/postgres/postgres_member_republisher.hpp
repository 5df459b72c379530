#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/auth_events.hpp"
#include "ports/member_republisher.hpp"

namespace mrbill::auth {

class PostgresMemberRepublisher final : public MemberRepublisher {
 public:
  PostgresMemberRepublisher(postgres::Database& worker_database, const AuthEvents& auth_events)
      : database_(worker_database), auth_events_(auth_events) {}
  Task<std::vector<TenantId>> tenants(TenantId after, std::size_t max) override;
  Task<> republish(TenantId tenant, std::string traceparent) override;

 private:
  postgres::Database& database_;
  const AuthEvents& auth_events_;
};

}  // namespace mrbill::auth
