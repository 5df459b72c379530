#include "adapters/postgres/idempotency.hpp"

#include <chrono>

namespace mrbill::content {
namespace {

using postgres::Statement;

constexpr auto kept_for = std::chrono::hours(24);

constexpr Statement claim_key{"claim_key", R"(
  SELECT pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', $1::uuid, $2::uuid, $3::text, $4::text), 0)),
         k.request_hash, k.resource_id, k.created_at
  FROM (VALUES (1)) one
  LEFT JOIN idempotency_keys k
    ON k.tenant_id = $1 AND k.user_id = $2 AND k.route = $3 AND k.key = $4 AND k.created_at > $5)"};

constexpr Statement remember_key{"remember_key", R"(
  INSERT INTO idempotency_keys AS k (tenant_id, user_id, route, key, request_hash, resource_id, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (tenant_id, user_id, route, key) DO UPDATE
  SET request_hash = excluded.request_hash, resource_id = excluded.resource_id,
      created_at = excluded.created_at
  WHERE k.created_at <= $8)"};

postgres::Bytes bytes_of(const Sha256& hash) {
  return postgres::Bytes(std::string(hash.begin(), hash.end()));
}

}  // namespace

Task<std::optional<Result<Birth, KeyConflict>>> claim(postgres::Transaction& transaction, Caller caller,
                                                      IdempotencyKey key, Timestamp now) {
  using Answer = std::optional<Result<Birth, KeyConflict>>;
  const auto expired = now - kept_for;
  auto rows = co_await transaction.query(claim_key, caller.tenant, caller.user, key.route, key.key, expired);
  const auto row = rows.front();
  if (!row.get<bool>(0)) co_return Answer{fail(KeyConflict::in_use)};
  if (row.is_null(1)) co_return std::nullopt;
  if (row.get<postgres::Bytes>(1) != bytes_of(key.request_hash)) co_return Answer{fail(KeyConflict::reused)};
  co_return Answer{Birth{.id = row.get<Uuid>(2), .at = row.get<Timestamp>(3), .repeated = true}};
}

Task<bool> remember(postgres::Transaction& transaction, Caller caller, IdempotencyKey key, Birth birth) {
  const auto expired = birth.at - kept_for;
  auto rows = co_await transaction.query(remember_key, caller.tenant, caller.user, key.route, key.key,
                                         bytes_of(key.request_hash), birth.id, birth.at, expired);
  co_return rows.affected() == 1;
}

}  // namespace mrbill::content
