#include "adapters/xapian/index_reader.hpp"

#include "adapters/xapian/root_seal.hpp"
#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {

void IndexReader::find_current() {
  auto path = folder_.current();
  if (path != opened_) database_.reset();
  opened_ = std::move(path);
  if (!opened_) throw SearchUnavailable("it is being built");
  if (!RootSeal(*opened_).comes_to_hold()) throw SearchUnavailable("its root is not the one that was sealed");
}

const Xapian::Database& IndexReader::newest() {
  if (database_) {
    database_->reopen();
    return *database_;
  }
  Xapian::Database fresh(opened_->string());
  demand_form(fresh);
  database_.emplace(std::move(fresh));
  return *database_;
}

}  // namespace mrbill::catalog
