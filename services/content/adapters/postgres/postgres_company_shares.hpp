// CompanyShares on PostgreSQL: in the scope of the company, without a person.
#pragma once

#include <postgres/database.hpp>

#include "ports/company_shares.hpp"

namespace mrbill::content {

class PostgresCompanyShares final : public CompanyShares {
 public:
  explicit PostgresCompanyShares(postgres::Database& database) : database_(database) {}
  Task<CompanySharePage> list(TenantId company, std::int64_t offset, int limit) override;
  Task<bool> end(TenantId company, RequestId film) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content
