#include "adapters/postgres/postgres_revocation_log.hpp"

#include <base/check.hpp>

namespace mrbill::auth {
namespace {

constexpr int max_rows = 5'000;  // of an answer; one transaction writes some dozens at most

constexpr postgres::Statement select_since{
    "revocations_since",
    "SELECT horizon, kind, subject, tenant_id, below, revoked_at, written_by "
    "FROM revocations_since($1::text::xid8, $2)"};

RevokedOf kind_in(const std::string& kind) {
  if (kind == "SESSION") return RevokedOf::session;
  if (kind == "USER") return RevokedOf::user;
  CHECK(kind == "MEMBERSHIP", "the table's check constraint allows known kinds only");
  return RevokedOf::membership;
}

}  // namespace

Task<RevocationPage> PostgresRevocationLog::since(std::string cursor) {
  const auto from = cursor.empty() ? std::string("0") : std::move(cursor);
  const auto rows = co_await database_.query(postgres::Scope::nobody(), select_since, from, max_rows);
  CHECK(!rows.empty(), "the horizon comes with every answer");
  RevocationPage page{.revoked = {}, .cursor = rows[0].get<std::string>("horizon"), .complete = true};
  for (const auto row : rows) {
    const auto kind = row.get<std::optional<std::string>>("kind");
    if (!kind) break;  // nothing was revoked
    page.revoked.push_back({kind_in(*kind), row.get<Uuid>("subject"), row.get<Uuid>("tenant_id"),
                            row.get<std::int64_t>("below"), row.get<Timestamp>("revoked_at")});
  }
  if (rows.size() == max_rows) {
    page.cursor = rows[max_rows - 1].get<std::string>("written_by");
    page.complete = false;
  }
  co_return page;
}

}  // namespace mrbill::auth
