#include "usecases/restore_poc.hpp"

#include <algorithm>

#include "usecases/moment.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {
Task<Result<Poc, RestorePocError>> RestorePoc::operator()(Caller caller, PocId id) {
  auto poc = co_await store_.find(caller, id);
  const auto now = millisecond_now(clock_);
  if (poc && poc->deleted_at && poc->owned_by(caller) && *poc->deleted_at > now - restorable_for) {
    poc->deleted_at.reset();
    poc->updated_at = std::max(poc->updated_at, now);
    auto version = co_await writer_.update(caller, *poc, Change::restored);
    if (version) {
      poc->change_seq = *version;
      co_return *poc;
    }
    poc = co_await store_.find(caller, id);  // somebody was faster: what they made of it is the answer
  }
  CO_TRY(auto live, visible<RestorePocError>(caller, std::move(poc)));
  if (!live.owned_by(caller)) co_return fail(RestorePocError::not_permitted);
  co_return live;
}

}  // namespace mrbill::catalog
