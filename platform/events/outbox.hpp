// The transactional outbox: an event is a row of the transaction that caused it, so it exists exactly when
// its cause does. The relay publishes rows in order per tenant, at least once, and deletes what the bus
// has acknowledged.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <async/task.hpp>
#include <events/bus.hpp>
#include <events/event.hpp>
#include <postgres/database.hpp>

namespace mrbill::events {

// Writes the event into this transaction's outbox (table `outbox`, platform/events/migrations) and wakes the
// relay when it commits. The transaction's scope must be of the event's tenant. It costs no round trip: it
// travels with the next statement or the commit, and what is wrong with it shows there.
//
// Events of a tenant are published in the order of their transactions' commits: append takes the tenant's
// turn until the commit, so the writers of one tenant wait for each other from here on. Append after the
// tenant's counter row was locked, where there is one (the same order everywhere, or PostgreSQL ends one of
// two as a deadlock), and, in a transaction that appends for several tenants, in the order of their ids.
[[nodiscard]] Task<> append(postgres::Transaction& transaction, Event event);

struct RelayOptions {
  std::size_t batch = 500;
  std::chrono::milliseconds poll{1'000};  // the fallback beside LISTEN/NOTIFY
  std::chrono::milliseconds max_retry_pause{
      2'000};  // the back-off's end while the database or the bus is away
};

// Publishes what is in the outbox, in order per tenant and at least once, and deletes what the bus has. Only
// one relay of a database works at a time (advisory lock); the others wait to take over. It goes on by itself
// after any absence of the database or the bus; while the bus is away the outbox keeps the events.
//
// Why the order holds even while two relays overlap, when a lock was lost unnoticed: each begins with the
// oldest row that is left and goes upwards, and a row is deleted only after it was published; so the first
// copy of an event never overtakes that of an older one.
class Relay {
 public:
  Relay(postgres::Database& worker_database, EventBus& bus, RelayOptions options,
        metrics::Registry& registry);
  ~Relay();
  [[nodiscard]] Task<> run();  // until stop(); once for each Relay
  void stop();                 // the batch in hand is finished

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace mrbill::events
