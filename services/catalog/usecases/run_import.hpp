// The worker takes in a file of POCs: reads, checks, and writes in batches. It may be killed at any moment
// and run again.
#pragma once

#include <cstdint>
#include <string>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

enum class ImportEnd : std::uint8_t { completed, cancelled };

// Rows before run.tally().rows have been dealt with by an earlier attempt: they are read, so that repeated
// keys are known, and not written again. A key said twice in one file: the first row counts, the others are
// errors (so that a second import of the file finds nothing to change).
[[nodiscard]] Task<ImportEnd> run_import(RowSource& rows, ImportRun& run, const Clock& clock);

}  // namespace mrbill::catalog
