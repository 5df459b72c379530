// A person looks at their imports, newest first.
#pragma once

#include <async/task.hpp>

#include "ports/import_store.hpp"

namespace mrbill::catalog {

class ListImports {
 public:
  explicit ListImports(ImportStore& imports) : imports_(imports) {}
  [[nodiscard]] Task<ImportList> operator()(Caller caller, ImportQuery query) {
    return imports_.list(std::move(caller), query);
  }

 private:
  ImportStore& imports_;
};

}  // namespace mrbill::catalog
