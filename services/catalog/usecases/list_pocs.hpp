// A person pages through POCs, in a plain order.
#pragma once

#include <async/task.hpp>

#include "ports/poc_store.hpp"

namespace mrbill::catalog {

// Tags and languages as they are stored, whatever way they were typed.
[[nodiscard]] PocFilter in_stored_form(PocFilter filter);

class ListPocs {
 public:
  explicit ListPocs(PocStore& store) : store_(store) {}
  [[nodiscard]] Task<PocPage> operator()(PocQuery query);

 private:
  PocStore& store_;
};

}  // namespace mrbill::catalog
