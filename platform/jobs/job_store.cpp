#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <jobs/job_store.hpp>
#include <jobs/rows.hpp>

namespace mrbill::jobs {
namespace {

using postgres::Json;
using postgres::Scope;
using postgres::Statement;

// Claims of a kind come one after the other, so that each sees what the one before took: else two workers
// at the same moment would both take from the tenant whose turn it is. 1785688690 is "job2": the class of
// these locks.
constexpr Statement take_turn{"jobs_turn", "SELECT pg_advisory_xact_lock(1785688690, hashtext($1))"};

// Free to be taken. No lease is given for so long as an hour: one that is was given by a database whose clock
// was ahead.
constexpr std::string_view is_due =
    "(CASE {0}.status WHEN 'PENDING' THEN {0}.run_after <= now() "
    " ELSE {0}.leased_until NOT BETWEEN now() AND now() + interval '1 hour' END)";

const postgres::MadeStatement claim_next{
    "jobs_claim",
    fmt::format(R"(
  WITH due AS (
    SELECT d.job_id, d.tenant_id FROM jobs d
    WHERE d.kind = $1 AND d.status IN ('PENDING', 'PROCESSING') AND {due}),
  tenants AS (
    SELECT t.tenant_id,
           (SELECT count(*) FROM jobs r
            WHERE r.kind = $1 AND r.tenant_id = t.tenant_id AND r.status = 'PROCESSING' AND r.leased_until > now())
             AS running,
           (SELECT max(s.started_at) FROM jobs s WHERE s.kind = $1 AND s.tenant_id = t.tenant_id) AS served
    FROM (SELECT DISTINCT tenant_id FROM due) t),
  next AS (
    SELECT w.job_id FROM jobs w JOIN due USING (job_id) JOIN tenants ON tenants.tenant_id = w.tenant_id
    WHERE w.status IN ('PENDING', 'PROCESSING') AND {still_due}
    ORDER BY running, served NULLS FIRST, w.created_at, w.job_id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
  UPDATE jobs j SET status = 'PROCESSING', attempts = attempts + 1, lease_number = lease_number + 1, leased_by = $2,
    leased_until = clock_timestamp() + $3 * interval '1 millisecond', started_at = clock_timestamp()
  FROM next WHERE j.job_id = next.job_id RETURNING {columns}, j.lease_number)",
                fmt::arg("due", fmt::format(is_due, "d")), fmt::arg("still_due", fmt::format(is_due, "w")),
                fmt::arg("columns", job_columns.list("j")))};

constexpr Statement prolong{
    "jobs_heartbeat",
    "UPDATE jobs SET leased_until = clock_timestamp() + $3 * interval '1 millisecond' "
    "WHERE job_id = $1 AND lease_number = $2 AND status = 'PROCESSING' RETURNING cancel_requested, attempts"};
// Who comes further than anybody before begins a new budget.
constexpr Statement note{
    "jobs_report",
    "UPDATE jobs SET leased_until = clock_timestamp() + $3 * interval '1 millisecond', "
    "attempts = CASE WHEN $4 > progress OR $5::json::text <> checkpoint::text THEN 1 ELSE attempts END, "
    "progress = GREATEST(progress, $4), checkpoint = $5 "
    "WHERE job_id = $1 AND lease_number = $2 AND status = 'PROCESSING' RETURNING cancel_requested, attempts"};
constexpr Statement end{
    "jobs_finish",
    "UPDATE jobs SET status = $3, progress = CASE $3 WHEN 'COMPLETED' THEN 100 ELSE progress END, "
    "result = $4, "
    "error_code = CASE WHEN $3 = 'CANCELLED' AND $5 = '' THEN error_code ELSE $5 END, "
    "error_message = CASE WHEN $3 = 'CANCELLED' AND $5 = '' THEN error_message ELSE $6 END, "
    "leased_by = NULL, leased_until = NULL, "
    "completed_at = clock_timestamp() "
    "WHERE job_id = $1 AND lease_number = $2 AND status = 'PROCESSING'"};
constexpr Statement postpone{
    "jobs_postpone",
    "UPDATE jobs SET status = 'PENDING', run_after = clock_timestamp() + $3 * interval '1 millisecond', "
    "attempts = attempts - $4, leased_by = NULL, leased_until = NULL "
    "WHERE job_id = $1 AND lease_number = $2 AND status = 'PROCESSING' RETURNING pg_notify('jobs', kind)"};
constexpr Statement count_open{"jobs_count",
                               "SELECT count(*) FILTER (WHERE status = 'PENDING') AS pending, "
                               "count(*) FILTER (WHERE status = 'PROCESSING') AS running "
                               "FROM jobs WHERE kind = $1 AND status IN ('PENDING', 'PROCESSING')"};

std::optional<LeaseState> state_of(const postgres::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return LeaseState{rows.front().get<bool>("cancel_requested"), rows.front().get<int>("attempts")};
}

int percent(int progress) {
  return std::clamp(progress, 0, 100);
}

}  // namespace

JobStore::JobStore(postgres::Database& database, const WorkerOptions& options)
    : database_(database), kind_(options.kind), worker_(options.worker), lease_ms_(options.lease.count()) {}

Task<std::optional<Claim>> JobStore::claim() {
  auto transaction = co_await database_.begin(Scope::nobody());
  transaction.defer(take_turn, kind_);
  const auto rows = co_await transaction.query(claim_next, kind_, worker_, lease_ms_);
  co_await transaction.commit();
  if (rows.empty()) co_return std::nullopt;
  co_return Claim{job_columns.read<Job>(rows.front()), rows.front().get<std::int64_t>("lease_number")};
}

Task<std::optional<LeaseState>> JobStore::heartbeat(LeaseKey key) {
  const auto rows = co_await database_.query(Scope::nobody(), prolong, key.id, key.lease_number, lease_ms_);
  co_return state_of(rows);
}

Task<std::optional<LeaseState>> JobStore::report(LeaseKey key, int progress, std::string checkpoint) {
  const auto rows = co_await database_.query(Scope::nobody(), note, key.id, key.lease_number, lease_ms_,
                                             percent(progress), Json{std::move(checkpoint)});
  co_return state_of(rows);
}

Task<std::optional<LeaseState>> JobStore::report(postgres::Transaction& transaction, LeaseKey key,
                                                 int progress, std::string checkpoint) {
  const auto rows = co_await transaction.query(note, key.id, key.lease_number, lease_ms_, percent(progress),
                                               Json{std::move(checkpoint)});
  co_return state_of(rows);
}

Task<bool> JobStore::finish(LeaseKey key, Ending ending) {
  const auto result = ending.result.empty() ? std::nullopt : std::optional(Json{std::move(ending.result)});
  const auto rows =
      co_await database_.query(Scope::nobody(), end, key.id, key.lease_number, to_string(ending.status),
                               result, ending.failure.code, ending.failure.message);
  co_return rows.affected() == 1;
}

Task<bool> JobStore::try_again(LeaseKey key, std::chrono::milliseconds after) {
  const auto rows =
      co_await database_.query(Scope::nobody(), postpone, key.id, key.lease_number, after.count(), 0);
  co_return !rows.empty();
}

Task<bool> JobStore::hand_back(LeaseKey key, std::chrono::milliseconds after) {
  const auto rows =
      co_await database_.query(Scope::nobody(), postpone, key.id, key.lease_number, after.count(), 1);
  co_return !rows.empty();
}

Task<JobStore::Counts> JobStore::count() {
  const auto rows = co_await database_.query(Scope::nobody(), count_open, kind_);
  const auto row = rows.front();
  co_return Counts{row.get<std::int64_t>("pending"), row.get<std::int64_t>("running")};
}

}  // namespace mrbill::jobs
