// SavedSearchStore on PostgreSQL, as the application's role.
#pragma once

#include <postgres/database.hpp>

#include "ports/saved_search_store.hpp"

namespace mrbill::catalog {

class PostgresSavedSearches final : public SavedSearchStore {
 public:
  explicit PostgresSavedSearches(postgres::Database& database) : database_(database) {}
  Task<std::vector<SavedSearch>> list(Caller caller) override;
  Task<std::optional<SavedSearch>> find(Caller caller, SavedSearchId id) override;
  Task<Result<Created, AddSearchRefusal>> add(Caller caller, SavedSearch search,
                                              std::optional<IdempotencyKey> key) override;
  Task<bool> replace(Caller caller, SavedSearch search) override;
  Task<bool> remove(Caller caller, SavedSearchId id, std::int64_t version) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
