#include "adapters/postgres/former_json.hpp"

#include <contract/catalog_mapping.hpp>

namespace mrbill::catalog {

std::string former_json(const Poc& poc) {
  return to_json(contract::message_of<contract::catalog::ImportRow>(poc.content, poc));
}

std::optional<FormerPoc> parse_former(PocId id, std::string_view json) {
  auto row = contract::catalog::parse_import_row(json);
  if (!row || !row->created_at || !row->updated_at) return std::nullopt;
  FormerPoc former{.id = id, .created_at = *row->created_at, .updated_at = *row->updated_at};
  auto content = contract::message_of<contract::catalog::PocContent>(*std::move(row));
  former.content = contract::value_of<PocContent>(std::move(content));
  return former;
}

}  // namespace mrbill::catalog
