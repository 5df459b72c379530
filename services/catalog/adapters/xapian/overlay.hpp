// Rows that the index does not know yet, laid over it: a small database in memory beside the one on disk, and
// a condition that hides what the disk still holds under the same ids. Ranking, totals, facets and paging
// stay one query.
#pragma once

#include <vector>

#include <xapian.h>

#include "domain/poc.hpp"

namespace mrbill::catalog {

class Overlay {
 public:
  explicit Overlay(const std::vector<Poc>& rows);

  void lay_over(Xapian::Database& database) const;
  [[nodiscard]] Xapian::Query without_stale(const Xapian::Query& query) const;

 private:
  Xapian::WritableDatabase memory_;
  std::vector<std::string> ids_;
};

}  // namespace mrbill::catalog
