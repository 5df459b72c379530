#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/domain_events.hpp"
#include "ports/member_republisher.hpp"

namespace mrbill::auth {

class PostgresMemberRepublisher final : public MemberRepublisher {
 public:
  PostgresMemberRepublisher(postgres::Database& worker_database, const DomainEvents& domain_events)
      : database_(worker_database), domain_events_(domain_events) {}
  Task<std::vector<TenantId>> tenants(TenantId after, std::size_t max) override;
  Task<> republish(TenantId tenant, std::string traceparent) override;

 private:
  postgres::Database& database_;
  const DomainEvents& domain_events_;
};

}  // namespace mrbill::auth
