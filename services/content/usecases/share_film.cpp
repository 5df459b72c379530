#include "usecases/share_film.hpp"

#include <base/encoding.hpp>
#include <base/unreachable.hpp>

namespace mrbill::content {

namespace {

ShareFilmError::Code code_of(ShareError error) {
  switch (error) {
    case ShareError::not_found:
      return ShareFilmError::video_not_found;
    case ShareError::not_completed:
      return ShareFilmError::not_completed;
  }
  unreachable();
}

ReadShareLinkError error_of(KnownShareError error) {
  switch (error) {
    case KnownShareError::not_found:
      return ReadShareLinkError::video_not_found;
    case KnownShareError::not_shared:
      return ReadShareLinkError::not_shared;
  }
  unreachable();
}

}  // namespace

Task<Result<ShareLink, ShareFilmError>> ShareFilm::operator()(Caller caller, RequestId id,
                                                              std::optional<int> confirmed_private) {
  const auto named = (co_await sharing_.private_pocs(caller, id)).value_or(0);
  if (named > 0 && confirmed_private != named)
    co_return fail(ShareFilmError{ShareFilmError::private_pocs_named, named});
  const auto now = std::chrono::floor<std::chrono::milliseconds>(clock_.now());
  const auto share = new_uuid(clock_, random_);
  const auto token = tokens_.derive(share);
  const auto shared = co_await sharing_.share(std::move(caller), id, NewShare{share, sha256(token), now});
  if (!shared) co_return fail(ShareFilmError{code_of(shared.error())});
  co_return ShareLink{token, now};
}

Task<Result<ShareLink, ReadShareLinkError>> ReadShareLink::operator()(Caller caller, RequestId id) {
  const auto known = co_await sharing_.known(std::move(caller), id);
  if (!known) co_return fail(error_of(known.error()));
  co_return ShareLink{tokens_.derive(known->id), known->created_at};
}

Task<Result<void, UnshareFilmError>> UnshareFilm::operator()(Caller caller, RequestId id) {
  const bool known = co_await sharing_.unshare(std::move(caller), id);
  if (!known) co_return fail(UnshareFilmError::video_not_found);
  co_return Result<void, UnshareFilmError>{};
}

Task<Result<SharedFilm, ShowSharedFilmError>> ShowSharedFilm::operator()(std::string token) {
  auto film = co_await sharing_.find(sha256(token));
  if (!film) co_return fail(ShowSharedFilmError::not_found);
  co_return *std::move(film);
}

}  // namespace mrbill::content
