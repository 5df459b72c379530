#include "adapters/postgres/postgres_change_feed.hpp"

#include <fmt/format.h>

#include "adapters/postgres/poc_columns.hpp"

namespace mrbill::catalog {

namespace {

using postgres::Statement;

// The columns ask whose favourite a POC is: nobody's, here.
constexpr UserId nobody{};

const std::string& changed_rows_sql() {
  static const std::string sql = fmt::format(R"(
    SELECT {} FROM pocs p
    WHERE p.tenant_id = $1 AND p.change_seq > $3 AND p.change_seq > 0 ORDER BY p.change_seq LIMIT $4)",
                                             poc_columns);
  return sql;
}

constexpr Statement tenant_heads{"tenant_heads", R"(
  SELECT tenant_id, change_seq FROM tenant_counters
  WHERE $1::uuid IS NULL OR tenant_id > $1 ORDER BY tenant_id LIMIT $2)"};

constexpr Statement tenant_counts{"tenant_counts", R"(
  SELECT c.tenant_id,
         coalesce((SELECT max(p.change_seq) FROM pocs p WHERE p.tenant_id = c.tenant_id AND p.change_seq > 0), 0),
         (SELECT count(*) FROM pocs p WHERE p.tenant_id = c.tenant_id AND p.deleted_at IS NULL)
  FROM tenant_counters c
  WHERE $1::uuid IS NULL OR c.tenant_id > $1 ORDER BY c.tenant_id LIMIT $2)"};

}  // namespace

Task<std::vector<Poc>> PostgresChangeFeed::changed_since(TenantId tenant, std::int64_t change_seq, int max) {
  const Statement changed_rows{"changed_rows", changed_rows_sql()};
  const auto scope = postgres::Scope::of(tenant);
  const auto rows = co_await database_.query(scope, changed_rows, tenant, nobody, change_seq, max);
  std::vector<Poc> pocs;
  pocs.reserve(rows.size());
  for (const auto row : rows) pocs.push_back(poc_of(row));
  co_return pocs;
}

Task<std::vector<TenantHead>> PostgresChangeFeed::heads(std::optional<TenantId> after, int max) {
  const auto rows = co_await database_.query(postgres::Scope::nobody(), tenant_heads, after, max);
  std::vector<TenantHead> heads;
  heads.reserve(rows.size());
  for (const auto row : rows) heads.push_back({row.get<TenantId>(0), row.get<std::int64_t>(1)});
  co_return heads;
}

Task<std::vector<TenantCount>> PostgresChangeFeed::counts(std::optional<TenantId> after, int max) {
  const auto rows = co_await database_.query(postgres::Scope::nobody(), tenant_counts, after, max);
  std::vector<TenantCount> counts;
  counts.reserve(rows.size());
  for (const auto row : rows)
    counts.push_back({row.get<TenantId>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2)});
  co_return counts;
}

}  // namespace mrbill::catalog
