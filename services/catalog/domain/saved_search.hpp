// A query of the list of POCs that a person keeps under a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/poc.hpp"

namespace mrbill::catalog {

using SavedSearchId = Id<struct SavedSearchIdTag>;

inline constexpr std::size_t max_saved_searches = 100;  // of a person in a company

// What the list takes, as it takes it: the words of an order are the contract's.
struct SavedQuery {
  std::string search = {};  // empty for none
  std::vector<std::string> languages = {};
  std::vector<std::string> tags = {};
  std::vector<std::string> frameworks = {};
  Scope scope = Scope::mine;
  std::optional<bool> favorite = {};
  std::optional<Timestamp> after = {};
  std::optional<Timestamp> before = {};
  std::optional<std::string> sort_by = {};
  std::optional<std::string> sort_order = {};
  bool operator==(const SavedQuery&) const = default;
};

struct SavedSearch {
  SavedSearchId id;
  std::string name = {};
  SavedQuery query = {};
  std::int64_t version = 1;
  Timestamp created_at;
  Timestamp updated_at;
  bool operator==(const SavedSearch&) const = default;
};

}  // namespace mrbill::catalog
