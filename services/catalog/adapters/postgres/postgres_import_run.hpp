// ImportRun on PostgreSQL, as the worker's role in the scope of the person whose import it is. Every batch is
// one transaction: the POCs, the refused rows, the event and the job's checkpoint.
#pragma once

#include <base/random.hpp>
#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

#include "adapters/postgres/import_plan.hpp"
#include "ports/import_run.hpp"

namespace mrbill::catalog {

class PostgresImportRun final : public ImportRun {
 public:
  PostgresImportRun(postgres::Database& worker_database, jobs::Lease& lease, const Clock& clock,
                    Random& random);
  const ImportTally& tally() const override { return tally_; }
  bool cancelled() const override { return lease_.cancelled(); }
  Task<> write(ImportBatch batch) override;
  Task<> finish() override;

 private:
  void keep_errors(postgres::Transaction& transaction, const ImportBatch& batch);
  void keep_changes(postgres::Transaction& transaction, const ImportPlan& plan);
  postgres::Database& database_;
  jobs::Lease& lease_;
  const Clock& clock_;
  Random& random_;
  Caller creator_;
  ImportTally tally_;
};

}  // namespace mrbill::catalog
