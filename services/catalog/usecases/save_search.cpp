#include "usecases/save_search.hpp"

#include <base/unreachable.hpp>

#include "usecases/moment.hpp"

namespace mrbill::catalog {
namespace {

SaveSearchError error_of(AddSearchRefusal refusal) {
  switch (refusal) {
    case AddSearchRefusal::too_many:
      return {SaveSearchError::too_many_saved_searches};
    case AddSearchRefusal::key_in_use:
      return {SaveSearchError::idempotency_key_in_use};
    case AddSearchRefusal::key_reused:
      return {SaveSearchError::idempotency_key_reused};
  }
  unreachable();
}

}  // namespace

Task<Result<SavedSearch, SaveSearchError>> SaveSearch::operator()(Caller caller, SavedSearchDraft draft,
                                                                  std::optional<IdempotencyKey> key) {
  auto checked = check(std::move(draft));
  if (!checked) co_return fail(SaveSearchError{SaveSearchError::invalid_request, std::move(checked).error()});
  const auto now = millisecond_now(clock_);
  SavedSearch search{.id = SavedSearchId{new_uuid(clock_, random_)},
                     .name = std::move(checked->name),
                     .query = std::move(checked->query),
                     .created_at = now,
                     .updated_at = now};
  auto created = co_await searches_.add(std::move(caller), search, std::move(key));
  if (!created) co_return fail(error_of(created.error()));
  search.id = SavedSearchId{created->id};
  search.created_at = search.updated_at = created->at;
  co_return search;
}

}  // namespace mrbill::catalog
