// What an import in progress reads and writes: two ports.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include <async/task.hpp>

#include "domain/import.hpp"

namespace mrbill::catalog {

// The file, row by row, in its order; the same rows again when an import is resumed.
class RowSource {
 public:
  virtual ~RowSource() = default;
  struct Unreadable {
    std::int64_t line = 0;
    FieldErrors errors = {};
  };
  using Row = std::variant<ImportDraft, Unreadable>;
  // Nothing at the end of the file.
  [[nodiscard]] virtual Task<std::optional<Row>> next() = 0;
  [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
  [[nodiscard]] virtual std::uint64_t bytes_total() const = 0;
};

struct ImportBatch {
  std::vector<ImportRow> rows = {};   // no key twice
  std::int64_t failed = 0;            // rows of this stretch of the file that are not in `rows`
  std::vector<RowError> errors = {};  // why
  int progress = 0;                   // 0-100
  Timestamp now;
};

// The job's row and the person's POCs, written by one transaction a batch: after a kill at any moment the
// tally says exactly which rows of the file have been dealt with.
class ImportRun {
 public:
  virtual ~ImportRun() = default;
  [[nodiscard]] virtual const ImportTally& tally() const = 0;
  [[nodiscard]] virtual bool cancelled() const = 0;
  [[nodiscard]] virtual Task<> write(ImportBatch batch) = 0;
  // The file was read to its end: it is not needed any more.
  [[nodiscard]] virtual Task<> finish() = 0;
};

}  // namespace mrbill::catalog
