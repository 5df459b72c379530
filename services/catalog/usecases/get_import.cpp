#include "usecases/get_import.hpp"

#include <algorithm>

namespace mrbill::catalog {

Task<Result<ImportDetail, GetImportError>> GetImport::operator()(Caller caller, ImportId id, int offset,
                                                                 int limit) {
  auto import = co_await imports_.find(caller, id);
  if (!import) co_return fail(GetImportError::import_not_found);
  auto errors = co_await imports_.errors(caller, id, offset, limit);
  const auto kept = std::min(import->tally.errors, max_kept_errors);
  co_return ImportDetail{*std::move(import), std::move(errors), kept};
}

}  // namespace mrbill::catalog
