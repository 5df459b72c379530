// A person looks through what they have deleted and can still restore, in a plain order.
#pragma once

#include <async/task.hpp>

#include "ports/poc_store.hpp"

namespace mrbill::catalog {

class ListDeletedPocs {
 public:
  ListDeletedPocs(PocStore& store, const Clock& clock) : store_(store), clock_(clock) {}
  [[nodiscard]] Task<PocPage> operator()(PocQuery query);

 private:
  PocStore& store_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
