#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include <postgres/columns.hpp>
#include <postgres/idempotency.hpp>

namespace mrbill::postgres {
namespace {

constexpr auto kept_for = std::chrono::hours(24);

struct Kept {
  Sha256 request_hash{};
  Created created{};
};
constexpr auto kept_columns =
    columns(column<&Kept::request_hash>("request_hash"), column<&Kept::created, &Created::id>("resource_id"),
            column<&Kept::created, &Created::change_seq>("change_seq"),
            column<&Kept::created, &Created::at>("created_at"));

const MadeStatement claim_key{"claim_key", fmt::format(R"(
  SELECT pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', $1::uuid, $2::uuid, $3::text, $4::text), 0)) AS mine,
         k.key IS NOT NULL AS known, {}
  FROM (VALUES (1)) one
  LEFT JOIN idempotency_keys k
    ON k.tenant_id = $1 AND k.user_id = $2 AND k.route = $3 AND k.key = $4 AND k.created_at > $5)",
                                                       kept_columns.list("k"))};
const MadeStatement find_key{"find_key", fmt::format(R"(
  SELECT {} FROM idempotency_keys k
  WHERE k.tenant_id = $1 AND k.user_id = $2 AND k.route = $3 AND k.key = $4 AND k.created_at > $5)",
                                                     kept_columns.list("k"))};

constexpr Statement remember_key{"remember_key", R"(
  INSERT INTO idempotency_keys AS k (tenant_id, user_id, route, key, request_hash, resource_id, change_seq, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (tenant_id, user_id, route, key) DO UPDATE
  SET request_hash = excluded.request_hash, resource_id = excluded.resource_id, change_seq = excluded.change_seq,
      created_at = excluded.created_at
  WHERE k.created_at <= $9)"};

Result<Created, KeyConflict> answer_of(Row row, const IdempotencyKey& key) {
  auto kept = kept_columns.read<Kept>(row);
  if (kept.request_hash != key.request_hash) return fail(KeyConflict::reused);
  kept.created.repeated = true;
  return kept.created;
}

}  // namespace

KeyOwner owner_of(const IdempotencyKey& key) {
  KeyOwner owner;
  const auto digest = sha256(key.route + ' ' + key.key);
  std::copy_n(digest.begin(), owner.user.uuid.bytes.size(), owner.user.uuid.bytes.begin());
  return owner;
}

Scope scope_of(const KeyOwner& owner) {
  return Scope::of(owner.tenant, owner.user);
}

Task<std::optional<Result<Created, KeyConflict>>> claim(Transaction& transaction, KeyOwner owner,
                                                        IdempotencyKey key, Timestamp now) {
  using Answer = std::optional<Result<Created, KeyConflict>>;
  const auto expired = now - kept_for;
  auto rows = co_await transaction.query(claim_key, owner.tenant, owner.user, key.route, key.key, expired);
  const auto row = rows.front();
  if (!row.get<bool>("mine")) co_return Answer{fail(KeyConflict::in_use)};
  if (!row.get<bool>("known")) co_return std::nullopt;
  co_return answer_of(row, key);
}

Task<bool> remember(Transaction& transaction, KeyOwner owner, IdempotencyKey key, Created created) {
  const auto expired = created.at - kept_for;
  auto rows =
      co_await transaction.query(remember_key, owner.tenant, owner.user, key.route, key.key, key.request_hash,
                                 created.id, created.change_seq, created.at, expired);
  co_return rows.affected() == 1;
}

Task<Result<Created, KeyConflict>> take(Transaction& transaction, KeyOwner owner,
                                        std::optional<IdempotencyKey> key, Created created) {
  if (!key) co_return created;
  auto answered = co_await claim(transaction, owner, *key, created.at);
  if (answered) co_return *std::move(answered);
  const bool remembered = co_await remember(transaction, owner, *std::move(key), created);
  if (!remembered) co_return fail(KeyConflict::in_use);
  co_return created;
}

Task<Result<std::optional<Created>, KeyConflict>> find_created(Database& database, KeyOwner owner,
                                                               IdempotencyKey key, Timestamp now) {
  const auto expired = now - kept_for;
  const auto rows = co_await database.query(scope_of(owner), find_key, owner.tenant, owner.user, key.route,
                                            key.key, expired);
  if (rows.empty()) co_return std::optional<Created>{};
  auto answer = answer_of(rows.front(), key);
  if (!answer) co_return fail(answer.error());
  co_return std::optional(*answer);
}

}  // namespace mrbill::postgres
