#include "usecases/share_film.hpp"

#include <base/encoding.hpp>
#include <base/unreachable.hpp>

namespace mrbill::content {

namespace {

Refusal refusal_of(ShareError error) {
  switch (error) {
    case ShareError::not_found:
      return not_found(Type::video);
    case ShareError::not_completed:
      return {RefusalCode::not_completed};
    case ShareError::not_shared:
      return {RefusalCode::not_shared};
  }
  unreachable();
}

}  // namespace

Task<Result<ShareLink, Refusal>> ShareFilm::operator()(Caller caller, RequestId id,
                                                       std::optional<int> confirmed_private) {
  const auto named = (co_await sharing_.private_pocs(caller, id)).value_or(0);
  if (named > 0 && confirmed_private != named)
    co_return fail(Refusal{.code = RefusalCode::private_pocs_named, .private_pocs = named});
  const auto now = std::chrono::floor<std::chrono::milliseconds>(clock_.now());
  const auto share = new_uuid(clock_, random_);
  const auto token = tokens_.derive(share);
  const auto shared = co_await sharing_.share(std::move(caller), id, NewShare{share, sha256(token), now});
  if (!shared) co_return fail(refusal_of(shared.error()));
  co_return ShareLink{token, now};
}

Task<Result<ShareLink, Refusal>> ReadShareLink::operator()(Caller caller, RequestId id) {
  const auto known = co_await sharing_.known(std::move(caller), id);
  if (!known) co_return fail(refusal_of(known.error()));
  co_return ShareLink{tokens_.derive(known->id), known->created_at};
}

Task<Result<void, Refusal>> UnshareFilm::operator()(Caller caller, RequestId id) {
  const bool known = co_await sharing_.unshare(std::move(caller), id);
  if (!known) co_return fail(not_found(Type::video));
  co_return Result<void, Refusal>{};
}

Task<Result<SharedFilm, Refusal>> ShowSharedFilm::operator()(std::string token) {
  auto film = co_await sharing_.find(sha256(token));
  if (!film) co_return fail(Refusal{RefusalCode::shared_not_found});
  co_return *std::move(film);
}

}  // namespace mrbill::content
