// The index that PocSearch reads, seen by its one writer: a port. It is derived: whatever is lost is built
// anew from the ChangeFeed.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <base/uuid.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// The index cannot be worked with as it is open now (no room): to be closed, and opened again later.
class IndexUnusable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
// Another writer has it.
class IndexTaken : public IndexUnusable {
 public:
  using IndexUnusable::IndexUnusable;
};
// It is not what was written, or not what the store says: to be built anew.
class IndexDamaged : public IndexUnusable {
 public:
  using IndexUnusable::IndexUnusable;
};

// What ties an index to the history of the store (see IndexMarkStore). Between the two, either may be the one
// that the store holds.
struct IndexMarks {
  Uuid index;      // its name, for life
  Uuid confirmed;  // the mark that the store is known to have held
  Uuid announced;  // the one that is taking its place
  bool operator==(const IndexMarks&) const = default;
};

// Everything here throws IndexUnusable or IndexDamaged.
class PocIndex {
 public:
  virtual ~PocIndex() = default;
  // The tenant's change_seq up to which this index is complete, what is not committed yet included.
  [[nodiscard]] virtual std::int64_t watermark(TenantId tenant) = 0;
  // How many POCs of the tenant it holds.
  [[nodiscard]] virtual std::int64_t count(TenantId tenant) = 0;
  // Takes in the rows (deleted ones are removed) and moves the watermark; readers see it after commit().
  virtual void apply(TenantId tenant, const std::vector<Poc>& rows, std::int64_t new_watermark) = 0;
  [[nodiscard]] virtual IndexMarks marks() = 0;
  virtual void set_marks(const IndexMarks& marks) = 0;  // like apply()
  virtual void commit() = 0;
  // Not while somebody reads the state before the last commit: that is what the first write behind a commit
  // begins to write over.
  [[nodiscard]] virtual bool may_be_written() = 0;
  // Compares a piece of what lies on the disk with what was written, the next piece each time: some
  // milliseconds. True when it was the last piece.
  [[nodiscard]] virtual bool inspect() = 0;
};

// Where indexes live. Readers follow the current one; a fresh one is filled beside it and then put in its
// place at once.
class PocIndexShelf {
 public:
  virtual ~PocIndexShelf() = default;
  // The current index, every block of it inspected; nothing where there is none or it is damaged.
  // Throws IndexTaken.
  [[nodiscard]] virtual std::unique_ptr<PocIndex> open_current() = 0;
  [[nodiscard]] virtual std::unique_ptr<PocIndex> create_fresh() = 0;
  // Makes the last fresh one (committed) the current one, and removes the others.
  virtual void publish_fresh() = 0;
  // Readers find no index until the next is published.
  virtual void withdraw() = 0;
  // Whether readers still find the index that was opened or published last.
  [[nodiscard]] virtual bool is_published() = 0;
  // A reader met damage in it.
  [[nodiscard]] virtual bool damage_reported() = 0;
};

}  // namespace mrbill::catalog
