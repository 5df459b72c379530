// ImportStore over platform/jobs (kind poc_import) and the table import_errors, as the application's role.
#pragma once

#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

#include "ports/import_store.hpp"

namespace mrbill::catalog {

inline constexpr auto import_job_kind = "poc_import";

class PostgresImportStore final : public ImportStore {
 public:
  explicit PostgresImportStore(postgres::Database& database) : database_(database) {}
  Task<Result<Created, KeyConflict>> enqueue(Caller caller, NewImport import,
                                             std::optional<IdempotencyKey> key) override;
  Task<std::optional<Import>> find(Caller caller, ImportId id) override;
  Task<ImportList> list(Caller caller, ImportQuery query) override;
  Task<std::vector<Import>> newest(Caller caller, int limit) override;
  Task<std::vector<RowError>> errors(Caller caller, ImportId id, int offset, int limit) override;
  Task<bool> request_cancel(Caller caller, ImportId id) override;

 private:
  [[nodiscard]] Task<std::vector<jobs::Job>> newest_jobs(const Caller& caller, int limit);

  postgres::Database& database_;
};

}  // namespace mrbill::catalog
