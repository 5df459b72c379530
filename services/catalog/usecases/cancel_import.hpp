// A person stops one of their imports. What was taken in stays.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/import_store.hpp"

namespace mrbill::catalog {

enum class CancelImportError : std::uint8_t { import_not_found, import_finished };

class CancelImport {
 public:
  explicit CancelImport(ImportStore& imports) : imports_(imports) {}
  [[nodiscard]] Task<Result<void, CancelImportError>> operator()(Caller caller, ImportId id);

 private:
  ImportStore& imports_;
};

}  // namespace mrbill::catalog
