// A person looks at one of their saved searches.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/saved_search_store.hpp"

namespace mrbill::catalog {

enum class GetSavedSearchError : std::uint8_t { saved_search_not_found };

class GetSavedSearch {
 public:
  explicit GetSavedSearch(SavedSearchStore& searches) : searches_(searches) {}
  [[nodiscard]] Task<Result<SavedSearch, GetSavedSearchError>> operator()(Caller caller, SavedSearchId id) {
    auto found = co_await searches_.find(std::move(caller), id);
    if (!found) co_return fail(GetSavedSearchError::saved_search_not_found);
    co_return *std::move(found);
  }

 private:
  SavedSearchStore& searches_;
};

}  // namespace mrbill::catalog
