#include "adapters/files/import_row.hpp"

#include <contract/catalog.hpp>

namespace mrbill::catalog {

RowSource::Row read_import_row(std::int64_t line, std::string_view json) {
  auto row = contract::catalog::parse_import_row(json);
  if (!row) {
    RowSource::Unreadable unreadable{.line = line};
    for (auto& error : row.error())
      unreadable.errors.push_back({std::move(error.pointer), std::move(error.code), std::move(error.detail)});
    return unreadable;
  }
  return ImportDraft{.line = line,
                     .poc = {.name = std::move(row->name),
                             .description = std::move(row->description),
                             .repository_url = std::move(row->repository_url),
                             .language = std::move(row->language),
                             .tags = std::move(row->tags),
                             .frameworks = std::move(row->frameworks),
                             .is_public = row->is_public},
                     .created_at = row->created_at,
                     .updated_at = row->updated_at};
}

}  // namespace mrbill::catalog
