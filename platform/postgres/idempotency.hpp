// Idempotency-Key inside the transaction that does the work: the key's row exists exactly when its effect
// does. The service's migrations have the table `idempotency_keys`, visible to its person alone.
//
//   if (auto answered = co_await postgres::claim(transaction, tenant, user, key, now)) co_return *answered;
//   ... the work ...
//   const bool remembered = co_await postgres::remember(transaction, tenant, user, key, created);
//   if (!remembered) co_return fail(KeyConflict::in_use);
#pragma once

#include <optional>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>
#include <postgres/database.hpp>

namespace mrbill::postgres {

// Nothing: the work is the caller's to do, and nobody else's with this key until the transaction ends.
[[nodiscard]] Task<std::optional<Result<Created, KeyConflict>>> claim(Transaction& transaction,
                                                                      TenantId tenant, UserId user,
                                                                      IdempotencyKey key, Timestamp now);
// False: another transaction was faster; roll back.
[[nodiscard]] Task<bool> remember(Transaction& transaction, TenantId tenant, UserId user, IdempotencyKey key,
                                  Created created);

}  // namespace mrbill::postgres
