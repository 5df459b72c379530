#include <algorithm>
#include <array>
#include <utility>

#include <base/check.hpp>
#include <jobs/jobs.hpp>
#include <jobs/rows.hpp>

namespace mrbill::jobs {
namespace {

using postgres::Json;
using postgres::Scope;
using postgres::Statement;

constexpr Statement insert{
    "jobs_insert",
    "INSERT INTO jobs (job_id, tenant_id, owner_id, kind, status, parameters, checkpoint, created_at) "
    "VALUES ($1, $2, $3, $4, 'PENDING', $5, $6, $7)"};
constexpr Statement notify{"jobs_notify", "SELECT pg_notify('jobs', $1)"};
constexpr Statement find_one{"jobs_find", "SELECT " MRBILL_JOB_COLUMNS " FROM jobs j WHERE job_id = $1"};
constexpr Statement list_kind{"jobs_list", "SELECT " MRBILL_JOB_COLUMNS
                                           " FROM jobs j WHERE kind = $1 "
                                           "ORDER BY created_at DESC, job_id DESC LIMIT $2"};
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

Status status_of(std::string_view word) {
  const auto* const found = std::ranges::find(words, word);
  CHECK(found != words.end(), "the table admits no other status");
  return static_cast<Status>(found - words.begin());
}

}  // namespace

std::string_view to_string(Status status) {
  return words[static_cast<std::size_t>(status)];
}

Job job_of(const postgres::Row& row) {
  return {.id = row.get<JobId>("job_id"),
          .tenant = row.get<TenantId>("tenant_id"),
          .owner = row.get<UserId>("owner_id"),
          .kind = row.get<std::string>("kind"),
          .status = status_of(row.get<std::string>("status")),
          .progress = row.get<int>("progress"),
          .parameters = row.get<std::string>("parameters"),
          .checkpoint = row.get<std::string>("checkpoint"),
          .result = row.get<std::optional<std::string>>("result").value_or(""),
          .error_code = row.get<std::string>("error_code"),
          .error_message = row.get<std::string>("error_message"),
          .cancel_requested = row.get<bool>("cancel_requested"),
          .attempts = row.get<int>("attempts"),
          .created_at = row.get<Timestamp>("created_at"),
          .completed_at = row.get<std::optional<Timestamp>>("completed_at")};
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
  co_return job_of(rows.front());
}

Task<std::vector<Job>> list(postgres::Database& database, Scope scope, std::string kind, int limit) {
  const auto rows = co_await database.query(scope, list_kind, std::move(kind), limit);
  std::vector<Job> jobs;
  jobs.reserve(rows.size());
  for (const auto row : rows) jobs.push_back(job_of(row));
  co_return jobs;
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
