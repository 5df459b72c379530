// A person gives one of their saved searches another name or another query.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "ports/saved_search_store.hpp"
#include "usecases/saved_search_rules.hpp"

namespace mrbill::catalog {

struct ReplaceSavedSearchError {
  enum class Code : std::uint8_t {
    invalid_request,  // errors tell
    saved_search_not_found,
    stale,  // changed since the caller saw it
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

class ReplaceSavedSearch {
 public:
  ReplaceSavedSearch(SavedSearchStore& searches, const Clock& clock) : searches_(searches), clock_(clock) {}
  // One that says so already is answered as done, whatever version the change was based on (docs/adr/0045).
  [[nodiscard]] Task<Result<SavedSearch, ReplaceSavedSearchError>> operator()(Caller caller, SavedSearchId id,
                                                                              SavedSearchDraft draft,
                                                                              ExpectedVersion expected);

 private:
  SavedSearchStore& searches_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
