// A person deletes one of their saved searches.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "ports/saved_search_store.hpp"

namespace mrbill::catalog {

enum class DeleteSavedSearchError : std::uint8_t {
  saved_search_not_found,
  stale,  // changed since the caller saw it
};

class DeleteSavedSearch {
 public:
  explicit DeleteSavedSearch(SavedSearchStore& searches) : searches_(searches) {}
  [[nodiscard]] Task<Result<void, DeleteSavedSearchError>> operator()(Caller caller, SavedSearchId id,
                                                                      ExpectedVersion expected) {
    for (int attempt = 0; attempt < 2; ++attempt) {  // again where somebody was faster
      const auto found = co_await searches_.find(caller, id);
      if (!found) co_return fail(DeleteSavedSearchError::saved_search_not_found);
      if (!expected.admits(found->version)) co_return fail(DeleteSavedSearchError::stale);
      const bool removed = co_await searches_.remove(caller, id, found->version);
      if (removed) co_return Result<void, DeleteSavedSearchError>{};
    }
    co_return fail(DeleteSavedSearchError::stale);
  }

 private:
  SavedSearchStore& searches_;
};

}  // namespace mrbill::catalog
