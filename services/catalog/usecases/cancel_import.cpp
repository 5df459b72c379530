#include "usecases/cancel_import.hpp"

namespace mrbill::catalog {

Task<Result<void, CancelImportError>> CancelImport::operator()(Caller caller, ImportId id) {
  auto import = co_await imports_.find(caller, id);
  if (!import) co_return fail(CancelImportError::import_not_found);
  if (import->status == ImportStatus::cancelled) co_return Result<void, CancelImportError>{};
  const bool running = import->status == ImportStatus::pending || import->status == ImportStatus::processing;
  if (!running || !co_await imports_.request_cancel(caller, id))
    co_return fail(CancelImportError::import_finished);
  co_return Result<void, CancelImportError>{};
}

}  // namespace mrbill::catalog
