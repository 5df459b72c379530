// A person looks at their imports, newest first.
#pragma once

#include <async/task.hpp>

#include "ports/import_store.hpp"

namespace mrbill::catalog {

class ListImports {
 public:
  explicit ListImports(ImportStore& imports) : imports_(imports) {}
  [[nodiscard]] Task<ImportList> operator()(Caller caller, int offset, int limit) {
    return imports_.list(caller, offset, limit);
  }

 private:
  ImportStore& imports_;
};

}  // namespace mrbill::catalog
