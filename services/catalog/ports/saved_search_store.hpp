// What people look for again: a port. A caller's own within their tenant, and nobody else's.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/saved_search.hpp"

namespace mrbill::catalog {

enum class AddSearchRefusal : std::uint8_t {
  too_many,  // the caller has max_saved_searches
  key_in_use,
  key_reused,
};

class SavedSearchStore {
 public:
  virtual ~SavedSearchStore() = default;
  // By name in people's order, then by id.
  [[nodiscard]] virtual Task<std::vector<SavedSearch>> list(Caller caller) = 0;
  [[nodiscard]] virtual Task<std::optional<SavedSearch>> find(Caller caller, SavedSearchId id) = 0;
  // With a key that has been answered before, nothing is written and the earlier creation returned.
  [[nodiscard]] virtual Task<Result<Created, AddSearchRefusal>> add(Caller caller, SavedSearch search,
                                                                    std::optional<IdempotencyKey> key) = 0;
  // search.version is the one the change is based on, and counts up. False: it has moved on, or is gone.
  [[nodiscard]] virtual Task<bool> replace(Caller caller, SavedSearch search) = 0;
  [[nodiscard]] virtual Task<bool> remove(Caller caller, SavedSearchId id, std::int64_t version) = 0;
};

}  // namespace mrbill::catalog
