#include "adapters/xapian/index_reader.hpp"

namespace mrbill::catalog {

const Xapian::Database& IndexReader::newest() {
  const auto path = folder_.current();
  if (!path) throw SearchUnavailable("it is being built");
  if (database_ && *path == opened_) {
    database_->reopen();
    return *database_;
  }
  database_.emplace(path->string());
  opened_ = *path;
  return *database_;
}

}  // namespace mrbill::catalog
