#include "adapters/xapian/index_reader.hpp"

#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {

const Xapian::Database& IndexReader::newest() {
  const auto path = folder_.current();
  if (!path) throw SearchUnavailable("it is being built");
  if (database_ && *path == opened_) {
    database_->reopen();
    return *database_;
  }
  Xapian::Database fresh(path->string());
  demand_form(fresh);
  database_.emplace(std::move(fresh));
  opened_ = *path;
  return *database_;
}

}  // namespace mrbill::catalog
