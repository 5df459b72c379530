// A person brings back one of their deleted POCs. One that is not deleted stays as it is.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

class RestorePoc {
 public:
  RestorePoc(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  [[nodiscard]] Task<Result<Poc, Refusal>> operator()(Caller caller, PocId id);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
