// ChangeFeed on the worker's role, which may read every tenant's rows.
#pragma once

#include <postgres/database.hpp>

#include "ports/change_feed.hpp"

namespace mrbill::catalog {

class PostgresChangeFeed final : public ChangeFeed {
 public:
  explicit PostgresChangeFeed(postgres::Database& worker_database) : database_(worker_database) {}

  [[nodiscard]] Task<std::vector<Poc>> changed_since(TenantId tenant, std::int64_t change_seq,
                                                     int max) override;
  [[nodiscard]] Task<std::vector<TenantHead>> heads(std::optional<TenantId> after, int max) override;
  [[nodiscard]] Task<std::vector<TenantCount>> counts(std::optional<TenantId> after, int max) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
