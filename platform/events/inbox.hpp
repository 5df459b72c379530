// The other half of "at least once": a consumer notes the event's id in the transaction of its effect, and a
// second delivery finds the note.
//
//   auto tx = co_await worker_database.begin(Scope::of(event.tenant));
//   if (!co_await events::first_time(tx, "people", event.id)) co_return Verdict::done;
//   ... the effect ...
//   co_await tx.commit();
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <async/task.hpp>
#include <base/uuid.hpp>
#include <postgres/database.hpp>

namespace mrbill::events {

// As the worker's role. Of two transactions with the same event the second waits for the first: it is the
// first one itself if that was rolled back.
[[nodiscard]] Task<bool> first_time(postgres::Transaction& transaction, std::string consumer, Uuid event_id);

// Notes older than any redelivery: a clean-up's turn. Returns how many were forgotten, at most 10,000 a call.
[[nodiscard]] Task<std::int64_t> forget_handled(postgres::Database& worker_database,
                                                std::chrono::hours older_than);

}  // namespace mrbill::events
