// A person hands in a file of POCs; a worker takes it in.
#pragma once

#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <objects/object_store.hpp>

#include "ports/import_store.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

class StartImport {
 public:
  StartImport(ImportStore& imports, objects::ObjectStore& files, const Clock& clock, Random& random)
      : imports_(imports), files_(files), clock_(clock), random_(random) {}
  // The file lies safely, and the job with it, once this returns.
  [[nodiscard]] Task<Result<Import, Refusal>> operator()(Caller caller, ImportFormat format, std::string file,
                                                         std::optional<IdempotencyKey> key);

 private:
  [[nodiscard]] Task<> keep(std::string object_key, ImportFormat format, std::string file);
  ImportStore& imports_;
  objects::ObjectStore& files_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
