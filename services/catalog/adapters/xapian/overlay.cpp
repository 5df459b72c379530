#include "adapters/xapian/overlay.hpp"

#include "adapters/xapian/schema.hpp"

namespace mrbill::catalog {

std::optional<Xapian::Database> overlay_of(const std::vector<Poc>& rows) {
  std::optional<Xapian::WritableDatabase> memory;
  for (const auto& row : rows) {
    if (row.deleted_at) continue;
    if (!memory) memory.emplace(std::string(), Xapian::DB_BACKEND_INMEMORY);
    memory->add_document(schema::to_document(row));
  }
  return memory;
}

}  // namespace mrbill::catalog
