#include "usecases/undo_import.hpp"

#include "usecases/moment.hpp"

namespace mrbill::catalog {

Task<Result<UndoneImport, UndoImportError>> UndoImport::operator()(Caller caller, ImportId id) {
  const auto import = co_await imports_.find(caller, id);
  if (!import) co_return fail(UndoImportError::import_not_found);
  const bool is_running =
      import->status == ImportStatus::pending || import->status == ImportStatus::processing;
  if (is_running) co_return fail(UndoImportError::import_not_finished);
  UndoneImport outcome;
  outcome.undone = co_await history_.undo(std::move(caller), id, millisecond_now(clock_));
  const auto changed = import->tally.created + import->tally.updated;
  outcome.left = changed - outcome.undone.restored - outcome.undone.deleted;
  co_return outcome;
}

}  // namespace mrbill::catalog
