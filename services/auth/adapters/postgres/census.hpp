#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/happenings.hpp"
#include "ports/census.hpp"

namespace mrbill::auth {

class PostgresCensus final : public Census {
 public:
  PostgresCensus(postgres::Database& worker_database, const Happenings& happenings)
      : database_(worker_database), happenings_(happenings) {}
  Task<std::vector<TenantId>> tenants(TenantId after, std::size_t most) override;
  Task<> tell_of(TenantId tenant, std::string traceparent) override;

 private:
  postgres::Database& database_;
  const Happenings& happenings_;
};

}  // namespace mrbill::auth
