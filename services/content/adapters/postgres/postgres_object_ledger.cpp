#include "adapters/postgres/postgres_object_ledger.hpp"

#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

constexpr postgres::Statement note_object{"note_object", R"(
  INSERT INTO stored_objects AS o (object_key, tenant_id, user_id, owner_id, lifecycle, bytes, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, now(), now() + interval '1 day')
  ON CONFLICT (object_key) DO UPDATE SET expires_at = excluded.expires_at, bytes = excluded.bytes)"};

}  // namespace

Task<> PostgresObjectLedger::note(Caller caller, NotedObject object) {
  co_await database_.query(scope_of(caller), note_object, object.key, caller.tenant, caller.user,
                           object.owner, to_string(object.lifecycle),
                           static_cast<std::int64_t>(object.bytes));
}

}  // namespace mrbill::content
