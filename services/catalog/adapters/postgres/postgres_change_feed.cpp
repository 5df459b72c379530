#include "adapters/postgres/postgres_change_feed.hpp"

#include <fmt/format.h>

#include "adapters/postgres/poc_columns.hpp"

namespace mrbill::catalog {

namespace {

using postgres::Statement;

// The columns ask whose favourite a POC is: nobody's, here.
constexpr UserId nobody{};

const postgres::MadeStatement changed_rows{"changed_rows", fmt::format(R"(
  SELECT {} FROM pocs p
  WHERE p.tenant_id = $1 AND p.change_seq > $3 AND p.change_seq > 0 ORDER BY p.change_seq LIMIT $4)",
                                                                       poc_columns.list("p"))};

constexpr Statement tenant_heads{"tenant_heads", R"(
  SELECT tenant_id, change_seq FROM tenant_counters
  WHERE $1::uuid IS NULL OR tenant_id > $1 ORDER BY tenant_id LIMIT $2)"};

constexpr Statement tenant_counts{"tenant_counts", R"(
  SELECT c.tenant_id,
         coalesce((SELECT max(p.change_seq) FROM pocs p WHERE p.tenant_id = c.tenant_id AND p.change_seq > 0), 0)
           AS newest,
         (SELECT count(*) FROM pocs p WHERE p.tenant_id = c.tenant_id AND p.deleted_at IS NULL) AS live
  FROM tenant_counters c
  WHERE $1::uuid IS NULL OR c.tenant_id > $1 ORDER BY c.tenant_id LIMIT $2)"};

constexpr auto head_columns = postgres::columns(postgres::column<&TenantHead::tenant>("tenant_id"),
                                                postgres::column<&TenantHead::change_seq>("change_seq"));
constexpr auto count_columns = postgres::columns(postgres::column<&TenantCount::tenant>("tenant_id"),
                                                 postgres::column<&TenantCount::newest>("newest"),
                                                 postgres::column<&TenantCount::live>("live"));

}  // namespace

Task<std::vector<Poc>> PostgresChangeFeed::changed_since(TenantId tenant, std::int64_t change_seq, int max) {
  const auto scope = postgres::Scope::of(tenant);
  const auto rows = co_await database_.query(scope, changed_rows, tenant, nobody, change_seq, max);
  co_return poc_columns.read<Poc>(rows);
}

Task<std::vector<TenantHead>> PostgresChangeFeed::heads(std::optional<TenantId> after, int max) {
  const auto rows = co_await database_.query(postgres::Scope::nobody(), tenant_heads, after, max);
  co_return head_columns.read<TenantHead>(rows);
}

Task<std::vector<TenantCount>> PostgresChangeFeed::counts(std::optional<TenantId> after, int max) {
  const auto rows = co_await database_.query(postgres::Scope::nobody(), tenant_counts, after, max);
  co_return count_columns.read<TenantCount>(rows);
}

}  // namespace mrbill::catalog
