#include "adapters/files/import_row.hpp"

#include <contract/catalog_mapping.hpp>

namespace mrbill::catalog {

RowSource::Row read_import_row(std::int64_t line, std::string_view json) {
  auto row = contract::catalog::parse_import_row(json);
  if (!row) {
    RowSource::Unreadable unreadable{.line = line};
    for (auto& error : row.error())
      unreadable.errors.push_back({std::move(error.pointer), std::move(error.code), std::move(error.detail)});
    return unreadable;
  }
  ImportDraft draft{.line = line, .created_at = row->created_at, .updated_at = row->updated_at};
  auto content = contract::message_of<contract::catalog::PocContent>(*std::move(row));
  draft.poc = contract::value_of<PocDraft>(std::move(content));
  return draft;
}

}  // namespace mrbill::catalog
