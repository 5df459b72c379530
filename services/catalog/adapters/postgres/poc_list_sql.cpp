#include "adapters/postgres/poc_list_sql.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "adapters/postgres/poc_columns.hpp"

namespace mrbill::catalog {
namespace {

struct Field {
  std::string_view name;
  std::string_view key;   // the expression that is sorted by
  std::string_view type;  // of the key as a parameter
};
// In the order of SortField. People's order of names is not that of bytes.
constexpr std::array fields{
    Field{"created", "p.created_at", "timestamptz"},
    Field{"updated", "p.updated_at", "timestamptz"},
    Field{"name", "p.name COLLATE \"und-x-icu\"", "text COLLATE \"und-x-icu\""},
    Field{"language", "coalesce(p.language, '') COLLATE \"und-x-icu\"", "text COLLATE \"und-x-icu\""},
    Field{"deletion", "p.deleted_at", "timestamptz"},
};

// Two readings that are equal are of the same rows: every change of a tenant's POCs writes its row of
// tenant_counters. xmin tells a row that was written again with the same number, by somebody who put the
// tables back to an earlier state.
constexpr std::string_view state =
    "(SELECT c.change_seq || '.' || c.xmin FROM tenant_counters c WHERE c.tenant_id = $1) AS state";

std::string order_of(const Sort& sort) {
  const std::string_view direction = sort.order == SortOrder::ascending ? "ASC" : "DESC";
  return fmt::format("ORDER BY {} {}, p.poc_id {}", fields.at(static_cast<std::size_t>(sort.field)).key,
                     direction, direction);
}

// What follows the filter's conditions; the first free parameter is the limit.
std::string page_of(const PocQuery& query, int limit) {
  const auto order = order_of(query.sort);
  if (!query.after) return fmt::format("{} LIMIT ${} OFFSET ${}", order, limit, limit + 1);
  const auto& field = fields.at(static_cast<std::size_t>(query.sort.field));
  return fmt::format("AND ({}, p.poc_id) {} (${}::{}, ${}::uuid) {} LIMIT ${}", field.key,
                     query.sort.order == SortOrder::ascending ? ">" : "<", limit + 1, field.type, limit + 2,
                     order, limit);
}

MadeStatement statement_of(const PocQuery& query, const FilterShape& shape, bool with_total) {
  const auto& field = fields.at(static_cast<std::size_t>(query.sort.field));
  const auto where = shape.where();
  const auto total =
      with_total ? fmt::format("(SELECT count(*) FROM pocs p WHERE {})", where) : std::string("NULL::bigint");
  return {fmt::format("list_{}_{}_{}_{}_{}", shape.name(), field.name,
                      query.sort.order == SortOrder::ascending ? "asc" : "desc",
                      query.after ? "after" : "offset", with_total ? "total" : "plain"),
          fmt::format("SELECT counted.total, counted.state, {} FROM (SELECT {} AS total, {}) counted "
                      "LEFT JOIN LATERAL (SELECT p.* FROM pocs p WHERE {} {}) p ON true {}",
                      poc_columns.list("p"), total, state, where, page_of(query, shape.parameters() + 1),
                      order_of(query.sort))};
}

std::size_t key_of(const PocQuery& query, const FilterShape& shape, bool with_total) {
  std::size_t key = shape.index();
  key = key * fields.size() + static_cast<std::size_t>(query.sort.field);
  for (const bool is : {query.sort.order == SortOrder::ascending, query.after.has_value(), with_total})
    key = key * 2 + std::size_t{is};
  return key;
}

}  // namespace

const MadeStatement& list_statement(const PocQuery& query, bool with_total) {
  static thread_local StatementShelf shelf;
  const FilterShape shape(query.filter);
  return shelf.get(key_of(query, shape, with_total), [&] { return statement_of(query, shape, with_total); });
}

const MadeStatement& count_statement(const PocFilter& filter) {
  static thread_local StatementShelf shelf;
  const FilterShape shape(filter);
  return shelf.get(shape.index(), [&] {
    return MadeStatement{
        fmt::format("count_{}", shape.name()),
        fmt::format("SELECT (SELECT count(*) FROM pocs p WHERE {}) AS total, {}", shape.where(), state)};
  });
}

}  // namespace mrbill::catalog
