#include "usecases/replace_saved_search.hpp"

#include <algorithm>

#include "usecases/moment.hpp"

namespace mrbill::catalog {

Task<Result<SavedSearch, ReplaceSavedSearchError>> ReplaceSavedSearch::operator()(Caller caller,
                                                                                  SavedSearchId id,
                                                                                  SavedSearchDraft draft,
                                                                                  ExpectedVersion expected) {
  using Error = ReplaceSavedSearchError;
  auto checked = check(std::move(draft));
  if (!checked) co_return fail(Error{Error::invalid_request, std::move(checked).error()});
  for (int attempt = 0; attempt < 2;
       ++attempt) {  // again where somebody was faster, perhaps this very change
    auto found = co_await searches_.find(caller, id);
    if (!found) co_return fail(Error{Error::saved_search_not_found});
    if (found->name == checked->name && found->query == checked->query) co_return *std::move(found);
    if (!expected.admits(found->version)) co_return fail(Error{Error::stale});
    found->name = checked->name;
    found->query = checked->query;
    found->updated_at = std::max(found->updated_at, millisecond_now(clock_));
    const bool replaced = co_await searches_.replace(caller, *found);
    if (!replaced) continue;
    ++found->version;
    co_return *std::move(found);
  }
  co_return fail(Error{Error::stale});
}

}  // namespace mrbill::catalog
