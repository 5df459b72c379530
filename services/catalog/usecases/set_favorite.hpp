// A person marks a POC they can see as a favourite, or takes the mark away.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::catalog {

class SetFavorite {
 public:
  SetFavorite(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  [[nodiscard]] Task<Result<void, Refusal>> operator()(Caller caller, PocId id, bool favorite);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
