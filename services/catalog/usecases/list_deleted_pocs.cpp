#include "usecases/list_deleted_pocs.hpp"

#include "usecases/list_pocs.hpp"
#include "usecases/moment.hpp"

namespace mrbill::catalog {

Task<PocPage> ListDeletedPocs::operator()(PocQuery query) {
  query.filter = in_stored_form(std::move(query.filter));
  query.filter.scope = Scope::mine;
  query.filter.deleted_since = millisecond_now(clock_) - restorable_for;
  co_return co_await store_.list(std::move(query));
}

}  // namespace mrbill::catalog
