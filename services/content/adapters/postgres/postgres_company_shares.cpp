#include "adapters/postgres/postgres_company_shares.hpp"

namespace mrbill::content {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement list_shares{"list_company_shares", R"(
  SELECT c.total, p.* FROM (SELECT count(*) AS total FROM shares WHERE tenant_id = $1) c LEFT JOIN LATERAL (
    SELECT s.request_id, r.title, coalesce(n.full_name, '') AS person, coalesce(m.is_over, false) AS person_is_gone,
           s.created_at
    FROM shares s JOIN content_requests r ON r.tenant_id = s.tenant_id AND r.request_id = s.request_id
    LEFT JOIN people n ON n.tenant_id = s.tenant_id AND n.user_id = s.user_id
    LEFT JOIN memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
    WHERE s.tenant_id = $1 ORDER BY s.created_at DESC, s.request_id OFFSET $2 LIMIT $3) p ON true
  ORDER BY p.created_at DESC, p.request_id)"};
constexpr Statement end_share{"end_company_share",
                              "DELETE FROM shares WHERE tenant_id = $1 AND request_id = $2"};

}  // namespace

Task<CompanySharePage> PostgresCompanyShares::list(TenantId company, std::int64_t offset, int limit) {
  const auto rows = co_await database_.query(Scope::of(company), list_shares, company, offset, limit);
  CompanySharePage page{.total = rows.front().get<std::int64_t>("total")};
  for (const auto row : rows) {
    const auto film = row.get<std::optional<RequestId>>("request_id");
    if (!film) break;
    page.shares.push_back({.film = *film,
                           .title = row.get<std::string>("title"),
                           .person_name = row.get<std::string>("person"),
                           .person_is_gone = row.get<bool>("person_is_gone"),
                           .created_at = row.get<Timestamp>("created_at")});
  }
  co_return page;
}

Task<bool> PostgresCompanyShares::end(TenantId company, RequestId film) {
  const auto rows = co_await database_.query(Scope::of(company), end_share, company, film);
  co_return rows.affected() == 1;
}

}  // namespace mrbill::content
