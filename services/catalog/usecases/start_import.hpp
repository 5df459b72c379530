// A person hands in a file of POCs; a worker takes it in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <async/work_pool.hpp>
#include <base/field_error.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <objects/object_store.hpp>

#include "ports/import_store.hpp"
#include "ports/preferences.hpp"

namespace mrbill::catalog {

struct StartImportError {
  enum class Code : std::uint8_t {
    empty_file,
    invalid_csv_header,  // errors tell
    too_many_rows,
    unsupported_media_type,  // a workbook, of a spreadsheet, not its text
    idempotency_key_in_use,
    idempotency_key_reused,
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

class StartImport {
 public:
  // `threads`: for looking through a whole file.
  StartImport(ImportStore& imports, objects::ObjectStore& files, PreferenceStore& preferences,
              WorkPool& threads, const Clock& clock, Random& random)
      : imports_(imports),
        files_(files),
        preferences_(preferences),
        threads_(threads),
        clock_(clock),
        random_(random) {}
  // The file lies safely, in UTF-8, and the job with it, once this returns. `said`: the format by its sender;
  // its content decides.
  [[nodiscard]] Task<Result<Import, StartImportError>> operator()(Caller caller, ImportFormat said,
                                                                  std::string file,
                                                                  std::optional<IdempotencyKey> key);

 private:
  [[nodiscard]] Task<> keep(std::string object_key, ImportFormat format, std::string file);
  [[nodiscard]] Task<CsvReading> reading_for(Caller caller, char separator);
  ImportStore& imports_;
  objects::ObjectStore& files_;
  PreferenceStore& preferences_;
  WorkPool& threads_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
