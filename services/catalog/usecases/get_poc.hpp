// A person looks at one POC.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

class GetPoc {
 public:
  explicit GetPoc(PocStore& store) : store_(store) {}
  [[nodiscard]] Task<Result<Poc, Refusal>> operator()(Caller caller, PocId id);

 private:
  PocStore& store_;
};

}  // namespace mrbill::catalog
