// Idempotency-Key inside the transaction that does the work: the key's row exists exactly when its effect
// does. The service's migrations have the table `idempotency_keys`, visible to its person alone.
//
//   const auto taken = co_await postgres::take(transaction, {tenant, user}, key, {.id = id, .at = now});
//   if (!taken || taken->repeated) co_return taken;
//   ... the work, and the commit ...
#pragma once

#include <optional>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>
#include <postgres/database.hpp>

namespace mrbill::postgres {

// Whose key it is; the transaction is in their scope.
struct KeyOwner {
  TenantId tenant;
  UserId user;
};
// Of a request that nobody has signed: a person of the key's own, so that only the whole key finds its row.
[[nodiscard]] KeyOwner owner_of(const IdempotencyKey& key);
[[nodiscard]] Scope scope_of(const KeyOwner& owner);

// Nothing: the work is the caller's to do, and nobody else's with this key until the transaction ends.
[[nodiscard]] Task<std::optional<Result<Created, KeyConflict>>> claim(Transaction& transaction,
                                                                      KeyOwner owner, IdempotencyKey key,
                                                                      Timestamp now);
// False: another transaction was faster; roll back.
[[nodiscard]] Task<bool> remember(Transaction& transaction, KeyOwner owner, IdempotencyKey key,
                                  Created created);
// Both at once, of what is known before the work is done; a request without a key does its work. `repeated`
// says that it was done by an earlier request.
[[nodiscard]] Task<Result<Created, KeyConflict>> take(Transaction& transaction, KeyOwner owner,
                                                      std::optional<IdempotencyKey> key, Created created);
// What was created under the key, before anything else is done for the request; nothing for a new key.
[[nodiscard]] Task<Result<std::optional<Created>, KeyConflict>> find_created(Database& database,
                                                                             KeyOwner owner,
                                                                             IdempotencyKey key,
                                                                             Timestamp now);

}  // namespace mrbill::postgres
