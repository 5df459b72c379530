#include "adapters/postgres/import_plan.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace mrbill::catalog {
namespace {

Poc born(ImportRow row, const Caller& creator, Timestamp now, const Clock& clock, Random& random) {
  const auto created = row.created_at.value_or(row.updated_at.value_or(now));
  return {.id = PocId{new_uuid(clock, random)},
          .tenant = creator.tenant,
          .creator = creator.user,
          .content = std::move(row.content),
          .created_at = created,
          .updated_at = row.updated_at.value_or(created)};
}

bool says_nothing_new(const ImportRow& row, const Poc& poc) {
  return row.content == poc.content && row.created_at.value_or(poc.created_at) == poc.created_at &&
         row.updated_at.value_or(poc.updated_at) == poc.updated_at;
}

PocUpdate changed(ImportRow row, Poc poc, Timestamp now) {
  const auto base = poc.change_seq;
  if (row.content != poc.content) poc.updated_at = now;
  poc.content = std::move(row.content);
  poc.created_at = row.created_at.value_or(poc.created_at);
  poc.updated_at = std::max(row.updated_at.value_or(poc.updated_at), poc.created_at);
  return {std::move(poc), base};
}

}  // namespace

void ImportPlan::number_up_to(std::int64_t last_change_seq) {
  auto next = last_change_seq - writes() + 1;
  for (auto& poc : created) poc.change_seq = next++;
  for (auto& update : updated) update.poc.change_seq = next++;
}

ImportPlan plan_import(std::vector<ImportRow> rows, const std::vector<KnownPoc>& known, const Caller& creator,
                       Timestamp now, const Clock& clock, Random& random) {
  std::unordered_map<std::string_view, const Poc*> by_key;
  for (const auto& one : known) by_key.emplace(one.import_key, &one.poc);
  ImportPlan plan;
  for (auto& row : rows) {
    const auto found = by_key.find(row.key);
    if (found == by_key.end())
      plan.created.push_back(born(std::move(row), creator, now, clock, random));
    else if (says_nothing_new(row, *found->second))
      ++plan.unchanged;
    else {
      plan.overwritten.push_back(*found->second);
      plan.updated.push_back(changed(std::move(row), *found->second, now));
    }
  }
  return plan;
}

}  // namespace mrbill::catalog
