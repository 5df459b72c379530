// A person looks at what one of their imports has overwritten.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/import_history.hpp"
#include "ports/import_store.hpp"
#include "usecases/get_import.hpp"

namespace mrbill::catalog {

class ListImportChanges {
 public:
  ListImportChanges(ImportStore& imports, ImportHistory& history) : imports_(imports), history_(history) {}
  [[nodiscard]] Task<Result<FormerPage, GetImportError>> operator()(Caller caller, ImportId id, int offset,
                                                                    int limit) {
    const auto import = co_await imports_.find(caller, id);
    if (!import) co_return fail(GetImportError::import_not_found);
    co_return co_await history_.overwritten(std::move(caller), id, offset, limit);
  }

 private:
  ImportStore& imports_;
  ImportHistory& history_;
};

}  // namespace mrbill::catalog
