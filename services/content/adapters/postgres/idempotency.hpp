// Idempotency-Key inside the transaction that does the work: the key's row exists exactly when its effect does.
//
//   if (auto answered = co_await claim(transaction, caller, key, now)) co_return *answered;
//   ... the work ...
//   if (!co_await remember(transaction, caller, key, birth)) co_return fail(KeyConflict::in_use);
#pragma once

#include <optional>

#include <async/task.hpp>
#include <base/result.hpp>
#include <postgres/database.hpp>

#include "domain/content.hpp"
#include "ports/idempotency_key.hpp"

namespace mrbill::content {

// Nothing: the work is the caller's to do, and nobody else's with this key until the transaction ends.
[[nodiscard]] Task<std::optional<Result<Birth, KeyConflict>>> claim(postgres::Transaction& transaction,
                                                                    Caller caller, IdempotencyKey key,
                                                                    Timestamp now);
// False: another transaction was faster; roll back.
[[nodiscard]] Task<bool> remember(postgres::Transaction& transaction, Caller caller, IdempotencyKey key,
                                  Birth birth);

}  // namespace mrbill::content
