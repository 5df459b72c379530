#include "adapters/postgres/postgres_object_ledger.hpp"

#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

constexpr postgres::Statement note_object{"note_object", R"(
  INSERT INTO stored_objects AS o (object_key, tenant_id, user_id, owner_id, lifecycle, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, now(), now() + interval '1 day')
  ON CONFLICT (object_key) DO UPDATE SET expires_at = excluded.expires_at)"};

}  // namespace

Task<> PostgresObjectLedger::note(Caller caller, std::string key, Uuid owner, Lifecycle lifecycle) {
  co_await database_.query(scope_of(caller), note_object, key, caller.tenant, caller.user, owner,
                           to_string(lifecycle));
}

}  // namespace mrbill::content
