#include "adapters/postgres/postgres_import_store.hpp"

#include <algorithm>

#include <base/unreachable.hpp>
#include <jobs/jobs.hpp>
#include <postgres/columns.hpp>
#include <postgres/idempotency.hpp>

#include "adapters/postgres/import_json.hpp"

namespace mrbill::catalog {
namespace {

constexpr int listed_imports = 1'000;

constexpr postgres::Statement find_import_errors{"find_import_errors", R"(
  SELECT line, pointer, code, detail FROM import_errors
  WHERE tenant_id = $1 AND user_id = $2 AND job_id = $3 ORDER BY position OFFSET $4 LIMIT $5)"};

constexpr auto error_columns =
    postgres::columns(postgres::column<&RowError::line>("line"),
                      postgres::column<&RowError::field, &FieldError::pointer>("pointer"),
                      postgres::column<&RowError::field, &FieldError::code>("code"),
                      postgres::column<&RowError::field, &FieldError::detail>("detail"));

postgres::Scope scope_of(const Caller& caller) {
  return postgres::Scope::of(caller.tenant, caller.user);
}

ImportStatus status_of(jobs::Status status) {
  switch (status) {
    case jobs::Status::pending:
      return ImportStatus::pending;
    case jobs::Status::processing:
      return ImportStatus::processing;
    case jobs::Status::completed:
      return ImportStatus::completed;
    case jobs::Status::failed:
      return ImportStatus::failed;
    case jobs::Status::cancelled:
      return ImportStatus::cancelled;
  }
  unreachable();
}

bool is_import_of(const Caller& caller, const jobs::Job& job) {
  return job.kind == import_job_kind && job.tenant == caller.tenant && job.owner == caller.user;
}

ImportPosition position_of(const jobs::Job& job) {
  return {job.created_at, ImportId{job.id.uuid}};
}

Import import_of(const jobs::Job& job) {
  const bool done = job.status == jobs::Status::completed;
  return {.id = ImportId{job.id.uuid},
          .format = parse_import_parameters(job.parameters).format,
          .status = status_of(job.status),
          .progress = job.progress,
          .tally = parse_import_tally(done ? job.result : job.checkpoint),
          .error_code = job.error_code,
          .error_message = job.error_message,
          .created_at = job.created_at,
          .completed_at = job.completed_at};
}

jobs::Job job_of(const Caller& caller, const NewImport& import) {
  return {
      .id = jobs::JobId{import.id.uuid},
      .tenant = caller.tenant,
      .owner = caller.user,
      .kind = import_job_kind,
      .parameters = to_json(ImportParameters{import.format, import.object_key, import.size, import.reading}),
      .checkpoint = "{}",
      .result = {},
      .error_code = {},
      .error_message = {},
      .created_at = import.created_at,
      .completed_at = {}};
}

}  // namespace

Task<Result<Created, KeyConflict>> PostgresImportStore::enqueue(Caller caller, NewImport import,
                                                                std::optional<IdempotencyKey> key) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const Created created{.id = import.id.uuid, .at = import.created_at};
  const postgres::KeyOwner owner{caller.tenant, caller.user};
  const auto taken = co_await postgres::take(transaction, owner, std::move(key), created);
  if (!taken || taken->repeated) co_return taken;
  co_await jobs::enqueue(transaction, job_of(caller, import));
  co_await transaction.commit();
  co_return created;
}

Task<std::optional<Import>> PostgresImportStore::find(Caller caller, ImportId id) {
  auto job = co_await jobs::find(database_, scope_of(caller), jobs::JobId{id.uuid});
  if (!job || !is_import_of(caller, *job)) co_return std::nullopt;
  co_return import_of(*job);
}

Task<std::vector<jobs::Job>> PostgresImportStore::newest_jobs(const Caller& caller, int limit) {
  auto jobs = co_await jobs::list(database_, scope_of(caller), import_job_kind, limit);
  std::erase_if(jobs, [&](const jobs::Job& job) { return !is_import_of(caller, job); });
  co_return jobs;
}

Task<std::vector<Import>> PostgresImportStore::newest(Caller caller, int limit) {
  std::vector<Import> imports;
  for (const auto& job : co_await newest_jobs(caller, limit)) imports.push_back(import_of(job));
  co_return imports;
}

Task<ImportList> PostgresImportStore::list(Caller caller, ImportQuery query) {
  const auto all = co_await newest_jobs(caller, listed_imports);
  ImportList page{.total = static_cast<std::int64_t>(all.size())};
  auto first = all.begin() + std::min<std::ptrdiff_t>(query.offset, std::ssize(all));
  if (query.after)
    first = std::ranges::find_if(all, [&](const jobs::Job& job) { return position_of(job) < *query.after; });
  const auto last = first + std::min<std::ptrdiff_t>(query.limit, all.end() - first);
  for (auto job = first; job != last; ++job) page.imports.push_back(import_of(*job));
  if (last != all.end() && last != first) page.next = position_of(*(last - 1));
  co_return page;
}

Task<std::vector<RowError>> PostgresImportStore::errors(Caller caller, ImportId id, int offset, int limit) {
  auto rows = co_await database_.query(scope_of(caller), find_import_errors, caller.tenant, caller.user, id,
                                       offset, limit);
  co_return error_columns.read<RowError>(rows);
}

Task<bool> PostgresImportStore::request_cancel(Caller caller, ImportId id) {
  co_return co_await jobs::request_cancel(database_, scope_of(caller), jobs::JobId{id.uuid});
}

}  // namespace mrbill::catalog
