// The index that PocSearch reads, seen by its one writer: a port. It is derived: whatever is lost is built
// anew from the ChangeFeed.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "domain/poc.hpp"

namespace mrbill::catalog {

class PocIndex {
 public:
  virtual ~PocIndex() = default;
  // The tenant's change_seq up to which this index is complete, what is not committed yet included.
  [[nodiscard]] virtual std::int64_t watermark(TenantId tenant) = 0;
  // Takes in the rows (deleted ones are removed) and moves the watermark; readers see it after commit().
  virtual void apply(TenantId tenant, const std::vector<Poc>& rows, std::int64_t new_watermark) = 0;
  virtual void commit() = 0;
};

// Where indexes live. Readers follow the current one; a fresh one is filled beside it and then put in its
// place at once.
class PocIndexShelf {
 public:
  virtual ~PocIndexShelf() = default;
  // The current index; nothing where there is none or it is damaged.
  [[nodiscard]] virtual std::unique_ptr<PocIndex> open_current() = 0;
  [[nodiscard]] virtual std::unique_ptr<PocIndex> create_fresh() = 0;
  // Makes the last fresh one (committed) the current one, and removes the others.
  virtual void publish_fresh() = 0;
};

}  // namespace mrbill::catalog
