// What changed in the store, tenant by tenant, in the order of the changes: a port that the index is
// built from.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// How far a tenant has come.
struct TenantHead {
  TenantId tenant;
  std::int64_t change_seq = 0;
};

// What a tenant has at one moment.
struct TenantCount {
  TenantId tenant;
  std::int64_t newest = 0;  // change_seq of the POC that changed last
  std::int64_t live = 0;    // POCs that are not deleted
};

class ChangeFeed {
 public:
  virtual ~ChangeFeed() = default;
  // Rows whose last change lies after `change_seq`, by ascending change_seq, deleted ones included; `max`
  // at most.
  [[nodiscard]] virtual Task<std::vector<Poc>> changed_since(TenantId tenant, std::int64_t change_seq,
                                                             int max) = 0;
  // Tenants after `after` in the order of their ids (nothing: from the first), `max` at most.
  [[nodiscard]] virtual Task<std::vector<TenantHead>> heads(std::optional<TenantId> after, int max) = 0;
  // The same tenants, counted.
  [[nodiscard]] virtual Task<std::vector<TenantCount>> counts(std::optional<TenantId> after, int max) = 0;
};

}  // namespace mrbill::catalog
