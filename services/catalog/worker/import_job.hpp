// The end of an import as platform/jobs wants it: a result, or why it never can succeed.
#pragma once

#include <memory>
#include <string>

#include <jobs/jobs.hpp>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

// Where a job's rows come from, and how its effects are written: made anew for each attempt.
struct ImportWork {
  std::unique_ptr<ImportRun> run;
  std::unique_ptr<RowSource> rows;  // null: the file is gone
};

// The tally as the job's result.
using PrintTally = std::string (*)(const ImportTally&);

[[nodiscard]] Task<Result<std::string, jobs::Failure>> do_import(ImportWork work, PrintTally print,
                                                                 const Clock& clock);

}  // namespace mrbill::catalog
