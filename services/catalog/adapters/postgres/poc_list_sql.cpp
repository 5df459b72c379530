#include "adapters/postgres/poc_list_sql.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "adapters/postgres/poc_columns.hpp"
#include "adapters/postgres/poc_filter_sql.hpp"

namespace mrbill::catalog {
namespace {

struct Field {
  std::string_view name;
  std::string_view key;   // the expression that is sorted by
  std::string_view type;  // of the key as a parameter
};
// In the order of SortField. People's order of names is not that of bytes.
constexpr std::array fields{
    Field{"created", "p.created_at", "$10::timestamptz"},
    Field{"updated", "p.updated_at", "$10::timestamptz"},
    Field{"name", "p.name COLLATE \"und-x-icu\"", "$10::text COLLATE \"und-x-icu\""},
    Field{"language", "coalesce(p.language, '') COLLATE \"und-x-icu\"", "$10::text COLLATE \"und-x-icu\""},
};

struct Kind {
  Sort sort;
  Scope scope = Scope::mine;
  bool after = false;
  bool total = true;
};

ListStatement statement_of(const Kind& kind) {
  const auto& field = fields.at(static_cast<std::size_t>(kind.sort.field));
  const bool ascending = kind.sort.order == SortOrder::ascending;
  const std::string_view direction = ascending ? "ASC" : "DESC";
  const auto where = where_sql(kind.scope);
  const auto order = fmt::format("ORDER BY {} {}, p.poc_id {}", field.key, direction, direction);
  const auto start = kind.after ? fmt::format("AND ({}, p.poc_id) {} ({}, $11::uuid) {} LIMIT $9", field.key,
                                              ascending ? ">" : "<", field.type, order)
                                : fmt::format("{} LIMIT $9 OFFSET $10", order);
  const auto total = kind.total ? fmt::format("SELECT count(*) AS total FROM pocs p WHERE {}", where)
                                : std::string("SELECT 0::bigint AS total");
  return {fmt::format("list_{}_{}_{}_{}_{}", kind.scope == Scope::mine ? "mine" : "tenant", field.name,
                      direction, kind.after ? "after" : "offset", kind.total ? "total" : "plain"),
          fmt::format("SELECT counted.total, {} FROM ({}) counted LEFT JOIN LATERAL (SELECT p.* FROM pocs p "
                      "WHERE {} {}) p "
                      "ON true {}",
                      poc_columns, total, where, start, order)};
}

constexpr std::size_t kinds = fields.size() * 16;

std::size_t index_of(const Kind& kind) {
  const auto bit = [](bool is, std::size_t value) { return is ? value : 0; };
  return static_cast<std::size_t>(kind.sort.field) * 16 + bit(kind.sort.order == SortOrder::ascending, 8) +
         bit(kind.scope == Scope::tenant, 4) + bit(kind.after, 2) + bit(kind.total, 1);
}

Kind kind_at(std::size_t index) {
  return {{static_cast<SortField>(index / 16), index & 8 ? SortOrder::ascending : SortOrder::descending},
          index & 4 ? Scope::tenant : Scope::mine,
          (index & 2) != 0,
          (index & 1) != 0};
}

std::array<ListStatement, kinds> all_statements() {
  std::array<ListStatement, kinds> all;
  for (std::size_t i = 0; i < kinds; ++i) all[i] = statement_of(kind_at(i));
  return all;
}

}  // namespace

const ListStatement& list_statement(const PocQuery& query) {
  static const auto all = all_statements();
  return all[index_of({query.sort, query.filter.scope, query.after.has_value(), query.count_total})];
}

}  // namespace mrbill::catalog
