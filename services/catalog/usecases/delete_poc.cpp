#include "usecases/delete_poc.hpp"

#include "usecases/moment.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {

Task<Result<void, Refusal>> DeletePoc::operator()(Caller caller, PocId id, ExpectedVersion expected) {
  auto found = co_await store_.find(caller, id);
  CO_TRY(auto poc, changeable(caller, std::move(found), expected));
  poc.deleted_at = millisecond_now(clock_);
  auto version = co_await writer_.update(caller, std::move(poc), Change::deleted);
  if (!version) co_return fail(Refusal{RefusalCode::stale});
  co_return Result<void, Refusal>{};
}

}  // namespace mrbill::catalog
