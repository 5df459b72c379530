#include "adapters/postgres/answers.hpp"

#include <cstring>

#include "adapters/postgres/columns.hpp"

namespace mrbill::auth {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr Statement find_own{"find_own_answer",
                             "SELECT request_hash, answer FROM idempotency_keys "
                             "WHERE tenant_id = $1 AND user_id = $2 AND route = $3 AND key_hash = $4"};
constexpr Statement find_nobodys{"find_nobodys_answer",
                                 "SELECT request_hash, answer FROM find_answer($1, $2)"};
constexpr Statement take_turn{"take_turn_of_key", "SELECT pg_try_advisory_xact_lock($1)"};
constexpr Statement insert{
    "insert_answer",
    "INSERT INTO idempotency_keys (tenant_id, user_id, route, key_hash, request_hash, answer, created_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, now())"};

std::int64_t lock_of(const AnswerKey& key) {
  const auto owner = (key.tenant ? key.tenant->to_string() : "") + (key.user ? key.user->to_string() : "");
  const auto digest = sha256(owner + key.route + to_hex(key.key));
  std::int64_t number = 0;
  std::memcpy(&number, digest.data(), sizeof number);
  return number;
}

}  // namespace

Task<Result<std::optional<std::string>, AnswerRefusal>> PostgresAnswers::find(AnswerKey key) {
  const auto hash = key.key;
  postgres::Rows rows;
  if (key.tenant && key.user) {
    const auto scope = Scope::of(*key.tenant, *key.user);
    rows = co_await database_.query(scope, find_own, *key.tenant, *key.user, key.route, hash);
  } else {
    rows = co_await database_.query(Scope::nobody(), find_nobodys, key.route, hash);
  }
  if (rows.empty()) co_return std::nullopt;
  if (rows[0].get<Sha256>("request_hash") != key.request)
    co_return fail(AnswerRefusal::idempotency_key_reused);
  co_return rows[0].get<std::string>("answer");
}

Task<bool> remember(postgres::Transaction& transaction, Answer answer) {
  const auto& key = answer.key;
  const auto turn = co_await transaction.query(take_turn, lock_of(key));
  if (!turn[0].get<bool>(0)) co_return false;
  transaction.defer(insert, key.tenant, key.user, key.route, key.key, key.request, answer.body);
  co_return true;
}

}  // namespace mrbill::auth
