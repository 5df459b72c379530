#include "adapters/postgres/postgres_sharing.hpp"

#include <fmt/format.h>

#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement find_shareable{"find_shareable", R"(
  SELECT status = 'COMPLETED' AND render_id IS NOT NULL FROM content_requests
  WHERE tenant_id = $1 AND user_id = $2 AND request_id = $3 AND type = 'VIDEO'
    AND NOT EXISTS (SELECT FROM memberships o WHERE o.tenant_id = $1 AND o.user_id = $2 AND o.is_over)
  FOR UPDATE)"};
constexpr Statement count_private{"count_private_pocs", R"(
  SELECT v.private_pocs FROM content_requests r JOIN renders v ON v.tenant_id = r.tenant_id AND v.render_id = r.render_id
  WHERE r.tenant_id = $1 AND r.user_id = $2 AND r.request_id = $3 AND r.type = 'VIDEO' AND r.status = 'COMPLETED')"};
constexpr Statement set_share{"set_share", R"(
  INSERT INTO shares (tenant_id, user_id, request_id, token_hash, created_at, share_id) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id, request_id) DO UPDATE
  SET token_hash = excluded.token_hash, created_at = excluded.created_at, share_id = excluded.share_id)"};
constexpr Statement find_known{"find_known_share",
                               "SELECT share_id, created_at FROM shares WHERE tenant_id = $1 AND user_id = "
                               "$2 AND request_id = $3 AND share_id IS NOT NULL"};
constexpr Statement delete_share{
    "delete_share", "DELETE FROM shares WHERE tenant_id = $1 AND user_id = $2 AND request_id = $3"};
constexpr Statement find_by_token{"find_share", "SELECT tenant_id, user_id, request_id FROM find_share($1)"};
const postgres::MadeStatement find_shared{
    "find_shared_request",
    fmt::format("SELECT {}, coalesce((SELECT p.full_name FROM people p WHERE p.tenant_id = $1 AND p.user_id "
                "= $2), '') "
                "AS person FROM {} WHERE r.tenant_id = $1 AND r.user_id = $2 AND r.request_id = $3",
                request_selection(), request_tables)};

}  // namespace

Task<std::optional<int>> PostgresSharing::private_pocs(Caller caller, RequestId id) {
  const auto rows = co_await database_.query(scope_of(caller), count_private, caller.tenant, caller.user, id);
  if (rows.empty()) co_return std::nullopt;
  co_return rows.front().get<int>(0);
}

Task<Result<void, ShareError>> PostgresSharing::share(Caller caller, RequestId id, NewShare share) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto rows = co_await transaction.query(find_shareable, caller.tenant, caller.user, id);
  if (rows.empty()) co_return fail(ShareError::not_found);
  if (!rows.front().get<bool>(0)) co_return fail(ShareError::not_completed);
  transaction.defer(set_share, caller.tenant, caller.user, id, share.token_hash, share.created_at, share.id);
  co_await transaction.commit();
  co_return Result<void, ShareError>{};
}

Task<Result<KnownShare, KnownShareError>> PostgresSharing::known(Caller caller, RequestId id) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto films = co_await transaction.query(find_shareable, caller.tenant, caller.user, id);
  if (films.empty()) co_return fail(KnownShareError::not_found);
  const auto rows = co_await transaction.query(find_known, caller.tenant, caller.user, id);
  if (rows.empty()) co_return fail(KnownShareError::not_shared);
  co_return KnownShare{rows.front().get<Uuid>("share_id"), rows.front().get<Timestamp>("created_at")};
}

Task<bool> PostgresSharing::unshare(Caller caller, RequestId id) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto rows = co_await transaction.query(find_shareable, caller.tenant, caller.user, id);
  if (rows.empty()) co_return false;
  transaction.defer(delete_share, caller.tenant, caller.user, id);
  co_await transaction.commit();
  co_return true;
}

Task<std::optional<SharedFilm>> PostgresSharing::find(Sha256 token_hash) {
  const auto found = co_await database_.query(Scope::nobody(), find_by_token, token_hash);
  if (found.empty()) co_return std::nullopt;
  const auto tenant = found.front().get<TenantId>("tenant_id");
  const auto owner = found.front().get<UserId>("user_id");
  const auto rows = co_await database_.query(Scope::of(tenant, owner), find_shared, tenant, owner,
                                             found.front().get<RequestId>("request_id"));
  if (rows.empty()) co_return std::nullopt;
  SharedFilm film{.owner = owner,
                  .request = request_of(rows.front()),
                  .person_name = rows.front().get<std::string>("person")};
  if (!film.request.render) co_return std::nullopt;
  co_return film;
}

}  // namespace mrbill::content
