#include "adapters/xapian/overlay.hpp"

#include "adapters/xapian/schema.hpp"

namespace mrbill::catalog {

using Xapian::Query;

Overlay::Overlay(const std::vector<Poc>& rows) {
  if (rows.empty()) return;
  memory_ = Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const auto& row : rows) {
    ids_.push_back(schema::id_term(row.id));
    if (row.deleted_at) continue;
    auto document = schema::to_document(row);
    document.add_boolean_term(schema::overlay_term());
    memory_.add_document(document);
  }
}

void Overlay::lay_over(Xapian::Database& database) const {
  if (!ids_.empty()) database.add_database(memory_);
}

Query Overlay::without_stale(const Query& query) const {
  if (ids_.empty()) return query;
  const Query same_ids(Query::OP_OR, ids_.begin(), ids_.end());
  const Query stale(Query::OP_AND_NOT, same_ids, Query(schema::overlay_term()));
  return {Query::OP_AND_NOT, query, stale};
}

}  // namespace mrbill::catalog
