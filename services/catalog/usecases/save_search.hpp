// A person keeps a query of the list under a name.
#pragma once

#include <cstdint>
#include <optional>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>

#include "ports/saved_search_store.hpp"
#include "usecases/saved_search_rules.hpp"

namespace mrbill::catalog {

struct SaveSearchError {
  enum class Code : std::uint8_t {
    invalid_request,  // errors tell
    too_many_saved_searches,
    idempotency_key_in_use,
    idempotency_key_reused,
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

class SaveSearch {
 public:
  SaveSearch(SavedSearchStore& searches, const Clock& clock, Random& random)
      : searches_(searches), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<SavedSearch, SaveSearchError>> operator()(Caller caller, SavedSearchDraft draft,
                                                                      std::optional<IdempotencyKey> key);

 private:
  SavedSearchStore& searches_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
