#include "adapters/postgres/former_json.hpp"

#include <contract/catalog.hpp>

namespace mrbill::catalog {

std::string former_json(const Poc& poc) {
  const auto& content = poc.content;
  return to_json(contract::catalog::ImportRow{.name = content.name,
                                              .description = content.description,
                                              .repository_url = content.repository_url,
                                              .language = content.language,
                                              .tags = content.tags,
                                              .frameworks = content.frameworks,
                                              .created_at = poc.created_at,
                                              .updated_at = poc.updated_at,
                                              .is_public = content.is_public});
}

std::optional<FormerPoc> parse_former(PocId id, std::string_view json) {
  auto row = contract::catalog::parse_import_row(json);
  if (!row || !row->created_at || !row->updated_at) return std::nullopt;
  return FormerPoc{.id = id,
                   .content = {.name = std::move(row->name),
                               .description = std::move(row->description),
                               .repository_url = std::move(row->repository_url),
                               .language = std::move(row->language),
                               .tags = std::move(row->tags),
                               .frameworks = std::move(row->frameworks),
                               .is_public = row->is_public},
                   .created_at = *row->created_at,
                   .updated_at = *row->updated_at};
}

}  // namespace mrbill::catalog
