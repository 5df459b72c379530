#include "adapters/postgres/postgres_leftovers.hpp"

#include <chrono>

#include <jobs/jobs.hpp>

namespace mrbill::content {
namespace {

using postgres::Scope;
using postgres::Statement;

constexpr auto jobs_kept_for = std::chrono::hours(30 * 24);

constexpr Statement find_due{"find_due_objects", R"(
  SELECT object_key, tenant_id, user_id FROM stored_objects WHERE expires_at <= now() ORDER BY expires_at LIMIT $1)"};
// A render whose files have outlived their time is none any more.
constexpr Statement forget_object{"forget_object", R"(
  WITH gone AS (DELETE FROM stored_objects WHERE object_key = $1 AND expires_at <= now() RETURNING owner_id, lifecycle)
  DELETE FROM renders v USING gone
  WHERE gone.lifecycle IN ('report', 'video') AND v.tenant_id = $2 AND v.render_id = gone.owner_id)"};
constexpr Statement purge_keys{"purge_idempotency_keys", R"(
  DELETE FROM idempotency_keys WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM idempotency_keys WHERE created_at < now() - interval '24 hours' LIMIT 1000))
  AND created_at < now() - interval '24 hours')"};

}  // namespace

Task<std::vector<DueObject>> PostgresLeftovers::due_objects(int max) {
  const auto rows = co_await database_.query(Scope::nobody(), find_due, max);
  std::vector<DueObject> objects;
  for (const auto row : rows)
    objects.push_back({row.get<std::string>(0), row.get<TenantId>(1), row.get<UserId>(2)});
  co_return objects;
}

Task<> PostgresLeftovers::object_removed(DueObject object) {
  co_await database_.query(Scope::of(object.tenant, object.user), forget_object, object.key, object.tenant);
}

Task<std::int64_t> PostgresLeftovers::remove_rows() {
  const auto keys = co_await database_.query(Scope::nobody(), purge_keys);
  const auto jobs = co_await jobs::forget_finished(database_, jobs_kept_for);
  co_return keys.affected() + jobs;
}

}  // namespace mrbill::content
