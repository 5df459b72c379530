#include <utility>

#include <events/outbox.hpp>

namespace mrbill::events {
namespace {

// The lock is taken, and the relay's notification queued, before the row is formed and its number drawn.
// 1869968498 is "outb": the class of these locks among advisory locks with two keys.
constexpr postgres::Statement insert_event{
    "outbox_append",
    "WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(1869968498, hashtext($2::text)), "
    "pg_notify('outbox', '')) "
    "INSERT INTO outbox (event_id, tenant_id, source, type, subject, time, traceparent, data) "
    "SELECT $1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz, $7, $8::json FROM turn"};

}  // namespace

Task<> append(postgres::Transaction& transaction, Event event) {
  transaction.defer(insert_event, event.id, event.tenant, event.source, event.type, event.subject, event.time,
                    event.traceparent, postgres::Json{std::move(event.data)});
  co_return;
}

}  // namespace mrbill::events
