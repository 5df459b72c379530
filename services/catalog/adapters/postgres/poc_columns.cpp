#include "adapters/postgres/poc_columns.hpp"

namespace mrbill::catalog {

Poc poc_of(postgres::Row row, int first) {
  using Text = std::optional<std::string>;
  using Texts = std::vector<std::string>;
  return {.id = row.get<PocId>(first),
          .tenant = row.get<TenantId>(first + 1),
          .creator = row.get<UserId>(first + 2),
          .content = {.name = row.get<std::string>(first + 3),
                      .description = row.get<Text>(first + 4),
                      .repository_url = row.get<Text>(first + 5),
                      .language = row.get<Text>(first + 6),
                      .tags = row.get<Texts>(first + 12),
                      .frameworks = row.get<Texts>(first + 13),
                      .is_public = row.get<bool>(first + 7)},
          .created_at = row.get<Timestamp>(first + 8),
          .updated_at = row.get<Timestamp>(first + 9),
          .deleted_at = row.get<std::optional<Timestamp>>(first + 10),
          .change_seq = row.get<std::int64_t>(first + 11),
          .favorite = row.get<bool>(first + 14),
          .creator_name = row.get<Text>(first + 15)};
}

}  // namespace mrbill::catalog
