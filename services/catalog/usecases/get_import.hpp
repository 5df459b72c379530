// A person asks how far one of their imports is, and what it could not take.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/import_store.hpp"

namespace mrbill::catalog {

struct ImportDetail {
  Import import;
  std::vector<RowError> errors;  // of the page asked for
  std::int64_t kept_errors = 0;  // of all pages
};

enum class GetImportError : std::uint8_t { import_not_found };

class GetImport {
 public:
  explicit GetImport(ImportStore& imports) : imports_(imports) {}
  [[nodiscard]] Task<Result<ImportDetail, GetImportError>> operator()(Caller caller, ImportId id, int offset,
                                                                      int limit);

 private:
  ImportStore& imports_;
};

}  // namespace mrbill::catalog
