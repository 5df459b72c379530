// For who counts rows and then adds one: nobody else is between the two at the same time.
//
//   co_await postgres::take_turn(transaction, "tracks", tenant);
//   auto count = co_await transaction.query(count_tracks, ...);
//
// The turn is a statement of its own, before the count: a statement sees what was committed before it began.
#pragma once

#include <string_view>

#include <postgres/database.hpp>

namespace mrbill::postgres {

// Until the end of the transaction. Deadlock-free as long as a transaction takes one.
[[nodiscard]] Task<> take_turn(Transaction& transaction, std::string_view what, TenantId tenant);

}  // namespace mrbill::postgres
