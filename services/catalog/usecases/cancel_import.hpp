// A person stops one of their imports. What was taken in stays.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/import_store.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

class CancelImport {
 public:
  explicit CancelImport(ImportStore& imports) : imports_(imports) {}
  [[nodiscard]] Task<Result<void, Refusal>> operator()(Caller caller, ImportId id);

 private:
  ImportStore& imports_;
};

}  // namespace mrbill::catalog
