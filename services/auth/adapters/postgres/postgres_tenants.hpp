#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/auth_events.hpp"
#include "ports/tenants.hpp"

namespace mrbill::auth {

class PostgresTenants final : public Tenants {
 public:
  PostgresTenants(postgres::Database& database, const AuthEvents& auth_events)
      : database_(database), auth_events_(auth_events) {}
  Task<std::optional<Tenant>> find(Caller caller) override;
  Task<Result<Tenant, UpdateRefusal>> rename(Caller caller, std::string name, ExpectedVersion version,
                                             Timestamp at) override;
  Task<Result<Created, FoundRefusal>> found(NewTenant order) override;

 private:
  [[nodiscard]] Task<> write(postgres::Transaction& transaction, NewTenant order,
                             contract::events::PersonChanged founder);
  postgres::Database& database_;
  const AuthEvents& auth_events_;
};

}  // namespace mrbill::auth
