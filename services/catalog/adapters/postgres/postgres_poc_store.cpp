#include "adapters/postgres/postgres_poc_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/poc_columns.hpp"
#include "adapters/postgres/poc_filter_sql.hpp"
#include "adapters/postgres/poc_list_sql.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Statement;

Statement find_poc() {
  static const auto sql = fmt::format(
      "SELECT {}, EXISTS(SELECT FROM memberships m WHERE m.tenant_id = p.tenant_id "
      "AND m.user_id = p.user_id AND m.is_over) AS orphaned "
      "FROM pocs p WHERE p.tenant_id = $1 AND p.poc_id = $3",
      poc_columns);
  return {"find_poc", sql};
}

Statement find_pocs() {
  static const auto sql =
      fmt::format("SELECT {} FROM pocs p WHERE p.tenant_id = $1 AND p.poc_id = ANY($3::uuid[])", poc_columns);
  return {"find_pocs", sql};
}

Statement changed_pocs() {
  static const auto sql = fmt::format(
      "SELECT {} FROM pocs p WHERE p.tenant_id = $1 AND p.change_seq > $3 AND p.change_seq > 0 ORDER BY "
      "p.change_seq DESC LIMIT "
      "$4",
      poc_columns);
  return {"changed_pocs", sql};
}

constexpr Statement tenants_changes{"tenants_changes", "SELECT poc_id, change_seq FROM changed_pocs($1, $2)"};

constexpr Statement favorite_ids{
    "favorite_ids",
    "SELECT poc_id FROM favorites WHERE tenant_id = $1 AND user_id = $2 AND removed_at IS NULL"};

postgres::Scope scope_of(const Caller& caller) {
  return postgres::Scope::of(caller.tenant, caller.user);
}

std::vector<Poc> pocs_of(const postgres::Rows& rows) {
  std::vector<Poc> pocs;
  pocs.reserve(rows.size());
  for (auto row : rows) pocs.push_back(poc_of(row));
  return pocs;
}

PocPosition position_of(const Poc& poc, SortField field) {
  switch (field) {
    case SortField::created_at:
      return {poc.created_at, poc.id};
    case SortField::updated_at:
      return {poc.updated_at, poc.id};
    case SortField::name:
      return {poc.content.name, poc.id};
    case SortField::language:
      break;
  }
  return {poc.content.language.value_or(""), poc.id};
}

std::string key_text(const PocPosition& position) {
  if (const auto* text = std::get_if<std::string>(&position.key)) return *text;
  std::string text;
  postgres::Codec<Timestamp>::encode(std::get<Timestamp>(position.key), text);
  return text;
}

PocPage page_of(const postgres::Rows& rows, const PocQuery& query) {
  PocPage page;
  page.total = rows.front().get<std::int64_t>(0);
  for (auto row : rows) {
    if (row.is_null(1)) break;
    if (page.pocs.size() == query.limit) {
      page.next = position_of(page.pocs.back(), query.sort.field);
      break;
    }
    page.pocs.push_back(poc_of(row, 1));
  }
  return page;
}

}  // namespace

Task<std::optional<Poc>> PostgresPocStore::find(Caller caller, PocId id) {
  auto rows = co_await database_.query(scope_of(caller), find_poc(), caller.tenant, caller.user, id);
  if (rows.empty()) co_return std::nullopt;
  auto poc = poc_of(rows.front());
  poc.orphaned = rows.front().get<bool>("orphaned");
  co_return poc;
}

Task<std::vector<Poc>> PostgresPocStore::find_all(Caller caller, std::vector<PocId> ids) {
  auto rows =
      co_await database_.query(scope_of(caller), find_pocs(), caller.tenant, caller.user, std::move(ids));
  auto pocs = pocs_of(rows);
  std::erase_if(pocs, [](const Poc& poc) { return poc.deleted_at.has_value(); });
  co_return pocs;
}

Task<PocPage> PostgresPocStore::list(PocQuery query) {
  const auto& text = list_statement(query);
  const Statement statement{text.name, text.sql};
  const auto one_more = static_cast<std::int64_t>(query.limit) + 1;  // it tells whether there is a next page
  // One co_await for both: g++ 12 miscompiles one in each branch of a conditional expression.
  auto answer = query.after ? query_filtered(database_, statement, query.caller, query.filter, one_more,
                                             key_text(*query.after), query.after->id)
                            : query_filtered(database_, statement, query.caller, query.filter, one_more,
                                             static_cast<std::int64_t>(query.offset));
  auto rows = co_await std::move(answer);
  co_return page_of(rows, query);
}

Task<std::vector<Poc>> PostgresPocStore::changed_since(Caller caller, std::int64_t change_seq, int limit) {
  auto rows = co_await database_.query(scope_of(caller), changed_pocs(), caller.tenant, caller.user,
                                       change_seq, limit);
  co_return pocs_of(rows);
}

Task<std::vector<PocChange>> PostgresPocStore::changes_since(Caller caller, std::int64_t change_seq,
                                                             int limit) {
  auto rows = co_await database_.query(scope_of(caller), tenants_changes, change_seq, limit);
  std::vector<PocChange> changes;
  changes.reserve(rows.size());
  for (auto row : rows) changes.push_back({row.get<PocId>(0), row.get<std::int64_t>(1)});
  co_return changes;
}

Task<std::vector<PocId>> PostgresPocStore::favorites(Caller caller) {
  auto rows = co_await database_.query(scope_of(caller), favorite_ids, caller.tenant, caller.user);
  std::vector<PocId> ids;
  ids.reserve(rows.size());
  for (auto row : rows) ids.push_back(row.get<PocId>(0));
  co_return ids;
}

}  // namespace mrbill::catalog
