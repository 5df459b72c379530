#include "worker/import_job.hpp"

#include "usecases/run_import.hpp"

namespace mrbill::catalog {

Task<Result<std::string, jobs::Failure>> do_import(ImportWork work, PrintTally print, const Clock& clock) {
  if (work.run->tally().finished)
    co_return print(work.run->tally());  // killed between the end of the file and of the job
  if (!work.rows)
    co_return fail(jobs::Failure{"file_missing", "The file of this import is not there any more."});
  const auto end = co_await run_import(*work.rows, *work.run, clock);
  if (end == ImportEnd::cancelled) co_return fail(jobs::Failure{"cancelled", "The import was cancelled."});
  co_return print(work.run->tally());
}

}  // namespace mrbill::catalog
