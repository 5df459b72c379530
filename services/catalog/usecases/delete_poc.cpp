#include "usecases/delete_poc.hpp"

#include "usecases/moment.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {

Task<Result<void, DeletePocError>> DeletePoc::operator()(Caller caller, PocId id, ExpectedVersion expected) {
  for (int attempt = 0; attempt < 2;
       ++attempt) {  // again where somebody was faster, perhaps this very change
    auto found = co_await store_.find(caller, id);
    if (found && found->deleted_at && found->owned_by(caller)) co_return Result<void, DeletePocError>{};
    CO_TRY(auto poc, changeable<DeletePocError>(caller, std::move(found)));
    if (!expected.admits(poc.change_seq)) co_return fail(DeletePocError::stale);
    poc.deleted_at = millisecond_now(clock_);
    const auto version = co_await writer_.update(in_the_creators_name(caller, poc), poc, Change::deleted);
    if (version) co_return Result<void, DeletePocError>{};
  }
  co_return fail(DeletePocError::stale);
}

}  // namespace mrbill::catalog
