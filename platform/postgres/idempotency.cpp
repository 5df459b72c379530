#include <chrono>

#include <postgres/idempotency.hpp>

namespace mrbill::postgres {
namespace {

constexpr auto kept_for = std::chrono::hours(24);

constexpr Statement claim_key{"claim_key", R"(
  SELECT pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', $1::uuid, $2::uuid, $3::text, $4::text), 0)),
         k.request_hash, k.resource_id, k.change_seq, k.created_at
  FROM (VALUES (1)) one
  LEFT JOIN idempotency_keys k
    ON k.tenant_id = $1 AND k.user_id = $2 AND k.route = $3 AND k.key = $4 AND k.created_at > $5)"};

constexpr Statement remember_key{"remember_key", R"(
  INSERT INTO idempotency_keys AS k (tenant_id, user_id, route, key, request_hash, resource_id, change_seq, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (tenant_id, user_id, route, key) DO UPDATE
  SET request_hash = excluded.request_hash, resource_id = excluded.resource_id, change_seq = excluded.change_seq,
      created_at = excluded.created_at
  WHERE k.created_at <= $9)"};

}  // namespace

Task<std::optional<Result<Created, KeyConflict>>> claim(Transaction& transaction, TenantId tenant,
                                                        UserId user, IdempotencyKey key, Timestamp now) {
  using Answer = std::optional<Result<Created, KeyConflict>>;
  const auto expired = now - kept_for;
  auto rows = co_await transaction.query(claim_key, tenant, user, key.route, key.key, expired);
  const auto row = rows.front();
  if (!row.get<bool>(0)) co_return Answer{fail(KeyConflict::in_use)};
  if (row.is_null(1)) co_return std::nullopt;
  if (row.get<Sha256>(1) != key.request_hash) co_return Answer{fail(KeyConflict::reused)};
  co_return Answer{Created{.id = row.get<Uuid>(2),
                           .at = row.get<Timestamp>(4),
                           .change_seq = row.get<std::int64_t>(3),
                           .repeated = true}};
}

Task<bool> remember(Transaction& transaction, TenantId tenant, UserId user, IdempotencyKey key,
                    Created created) {
  const auto expired = created.at - kept_for;
  auto rows = co_await transaction.query(remember_key, tenant, user, key.route, key.key, key.request_hash,
                                         created.id, created.change_seq, created.at, expired);
  co_return rows.affected() == 1;
}

}  // namespace mrbill::postgres
