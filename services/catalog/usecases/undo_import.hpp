// A person takes one of their imports back.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/result.hpp>

#include "ports/import_history.hpp"
#include "ports/import_store.hpp"

namespace mrbill::catalog {

struct UndoneImport {
  Undone undone = {};
  std::int64_t left =
      0;  // of what the import changed: somebody has changed it since, or it was undone before
};

enum class UndoImportError : std::uint8_t { import_not_found, import_not_finished };

class UndoImport {
 public:
  UndoImport(ImportStore& imports, ImportHistory& history, const Clock& clock)
      : imports_(imports), history_(history), clock_(clock) {}
  // Asking again changes nothing more.
  [[nodiscard]] Task<Result<UndoneImport, UndoImportError>> operator()(Caller caller, ImportId id);

 private:
  ImportStore& imports_;
  ImportHistory& history_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
