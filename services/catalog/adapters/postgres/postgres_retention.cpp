#include "adapters/postgres/postgres_retention.hpp"

#include <array>
#include <chrono>

#include <jobs/jobs.hpp>

namespace mrbill::catalog {
namespace {

using postgres::Statement;

constexpr auto jobs_kept_for = std::chrono::hours(30 * 24);

// Each removes at most a thousand, so that nobody waits for it.
constexpr std::array removals{
    Statement{"purge_pocs", R"(
      DELETE FROM pocs p USING (SELECT tenant_id, poc_id FROM pocs WHERE deleted_at < now() - interval '30 days' LIMIT 1000) old
      WHERE p.tenant_id = old.tenant_id AND p.poc_id = old.poc_id)"},
    Statement{"purge_favorites", R"(
      DELETE FROM favorites f USING (SELECT tenant_id, user_id, poc_id FROM favorites
                                     WHERE removed_at < now() - interval '30 days' LIMIT 1000) old
      WHERE f.tenant_id = old.tenant_id AND f.user_id = old.user_id AND f.poc_id = old.poc_id)"},
    Statement{"purge_idempotency_keys", R"(
      DELETE FROM idempotency_keys WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM idempotency_keys WHERE created_at < now() - interval '24 hours' LIMIT 1000))
      AND created_at < now() - interval '24 hours')"},
    Statement{"purge_import_errors", R"(
      DELETE FROM import_errors WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM import_errors WHERE created_at < now() - interval '30 days' LIMIT 1000)))"},
    Statement{"purge_import_changes", R"(
      DELETE FROM import_changes WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM import_changes WHERE created_at < now() - interval '30 days' LIMIT 1000)))"},
};

}  // namespace

Task<std::int64_t> PostgresRetention::remove_some() {
  std::int64_t removed = 0;
  for (const auto& removal : removals) {
    auto rows = co_await database_.query(postgres::Scope::nobody(), removal);
    removed += rows.affected();
  }
  removed += co_await jobs::forget_finished(database_, jobs_kept_for);
  co_return removed;
}

}  // namespace mrbill::catalog
