#include "usecases/set_favorite.hpp"

#include "usecases/moment.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {

Task<Result<void, SetFavoriteError>> SetFavorite::operator()(Caller caller, PocId id, bool favorite) {
  auto found = co_await store_.find(caller, id);
  CO_TRY(auto poc, visible<SetFavoriteError>(caller, std::move(found)));
  if (poc.favorite != favorite) co_await writer_.set_favorite(caller, id, favorite, millisecond_now(clock_));
  co_return Result<void, SetFavoriteError>{};
}

}  // namespace mrbill::catalog
