#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <jobs/jobs.hpp>
#include <jobs/rows.hpp>

namespace mrbill::jobs {
namespace {

using postgres::Json;
using postgres::MadeStatement;
using postgres::Scope;
using postgres::Statement;

constexpr Statement insert{
    "jobs_insert",
    "INSERT INTO jobs (job_id, tenant_id, owner_id, kind, status, parameters, checkpoint, created_at) "
    "VALUES ($1, $2, $3, $4, 'PENDING', $5, $6, $7)"};
constexpr Statement notify{"jobs_notify", "SELECT pg_notify('jobs', $1)"};
const MadeStatement find_one{"jobs_find",
                             fmt::format("SELECT {} FROM jobs j WHERE job_id = $1", job_columns.list("j"))};
const MadeStatement list_kind{
    "jobs_list",
    fmt::format("SELECT {} FROM jobs j WHERE kind = $1 ORDER BY created_at DESC, job_id DESC LIMIT $2",
                job_columns.list("j"))};
constexpr Statement cancel{
    "jobs_cancel",
    "UPDATE jobs SET cancel_requested = true, status = CASE status WHEN 'PENDING' THEN 'CANCELLED' ELSE "
    "status END, "
    "completed_at = CASE status WHEN 'PENDING' THEN clock_timestamp() ELSE completed_at END "
    "WHERE job_id = $1 AND status IN ('PENDING', 'PROCESSING', 'CANCELLED') "
    "RETURNING pg_notify('jobs', 'cancelled ' || job_id)"};
constexpr Statement end_all{
    "jobs_end_all",
    "UPDATE jobs SET cancel_requested = true, error_code = $3, error_message = $4, "
    "status = CASE status WHEN 'PENDING' THEN 'CANCELLED' ELSE status END, "
    "completed_at = CASE status WHEN 'PENDING' THEN clock_timestamp() ELSE completed_at END "
    "WHERE tenant_id = $1 AND owner_id = $2 AND status IN ('PENDING', 'PROCESSING') "
    "RETURNING pg_notify('jobs', 'cancelled ' || job_id)"};
constexpr Statement forget{"jobs_forget",
                           "DELETE FROM jobs WHERE job_id IN (SELECT job_id FROM jobs "
                           "WHERE completed_at < now() - make_interval(hours => $1) LIMIT 10000)"};

constexpr std::array<std::string_view, 5> words{"PENDING", "PROCESSING", "COMPLETED", "FAILED", "CANCELLED"};

}  // namespace

std::string_view to_string(Status status) {
  return words[static_cast<std::size_t>(status)];
}

std::optional<Status> parse_status(std::string_view word) {
  const auto* const found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Status>(found - words.begin());
}

Task<> enqueue(postgres::Transaction& transaction, Job job) {
  const Json checkpoint{job.checkpoint.empty() ? "{}" : std::move(job.checkpoint)};
  transaction.defer(insert, job.id, job.tenant, job.owner, job.kind, Json{std::move(job.parameters)},
                    checkpoint, job.created_at);
  transaction.defer(notify, job.kind);
  co_return;
}

Task<std::optional<Job>> find(postgres::Database& database, Scope scope, JobId id) {
  const auto rows = co_await database.query(scope, find_one, id);
  if (rows.empty()) co_return std::nullopt;
  co_return job_columns.read<Job>(rows.front());
}

Task<std::vector<Job>> list(postgres::Database& database, Scope scope, std::string kind, int limit) {
  const auto rows = co_await database.query(scope, list_kind, std::move(kind), limit);
  co_return job_columns.read<Job>(rows);
}

Task<bool> request_cancel(postgres::Database& database, Scope scope, JobId id) {
  const auto rows = co_await database.query(scope, cancel, id);
  co_return !rows.empty();
}

Task<> end_all_of(postgres::Transaction& transaction, TenantId tenant, UserId owner, Failure reason) {
  co_await transaction.query(end_all, tenant, owner, std::move(reason.code), std::move(reason.message));
}

Task<std::int64_t> forget_finished(postgres::Database& worker_database, std::chrono::hours older_than) {
  const auto rows = co_await worker_database.query(Scope::nobody(), forget, older_than.count());
  co_return rows.affected();
}

}  // namespace mrbill::jobs
