#include "adapters/postgres/poc_filter_sql.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace mrbill::catalog {
namespace {

constexpr std::string_view mine = "p.user_id = $2";
constexpr std::string_view mine_and_public = "(p.user_id = $2 OR p.is_public)";
constexpr std::string_view is_favorite =
    "EXISTS (SELECT FROM favorites v "
    "WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.poc_id = p.poc_id AND v.removed_at IS NULL)";

struct Condition {
  char letter;           // in the name of a shape
  std::string_view sql;  // {0} is its parameter
};
// In the order of the parameters.
constexpr std::array conditions{
    Condition{'l', "p.language COLLATE folded = ANY(${0}::text[])"},
    Condition{'t',
              "p.poc_id IN (SELECT t.poc_id FROM poc_tags t WHERE t.tenant_id = $1"
              " AND t.tag COLLATE folded = ANY(${0}::text[])"
              " GROUP BY t.poc_id HAVING count(DISTINCT t.tag COLLATE folded) = cardinality(${0}::text[]))"},
    Condition{'f',
              "p.poc_id IN (SELECT f.poc_id FROM poc_frameworks f WHERE f.tenant_id = $1"
              " AND f.framework COLLATE folded = ANY(${0}::text[]))"},
    Condition{'a', "p.created_at >= ${0}::timestamptz"},
    Condition{'b', "p.created_at < ${0}::timestamptz"},
    Condition{'d', "p.user_id = $2 AND p.deleted_at >= ${0}::timestamptz"},
};

}  // namespace

FilterShape::FilterShape(const PocFilter& filter)
    : scope_(filter.scope),
      favorite_(filter.favorite),
      given_{!filter.languages.empty(),         !filter.tags.empty(),
             !filter.frameworks.empty(),        filter.created_from.has_value(),
             filter.created_before.has_value(), filter.deleted_since.has_value()} {}

std::size_t FilterShape::index() const {
  std::size_t index = scope_ == Scope::mine ? 0 : 1;
  index = index * 3 + (favorite_ ? 1 + std::size_t{*favorite_} : 0);
  for (const bool given : given_) index = index * 2 + std::size_t{given};
  return index;
}

int FilterShape::given() const {
  return static_cast<int>(std::ranges::count(given_, true));
}

// Short: PostgreSQL tells prepared statements apart by the first 63 letters of their names.
std::string FilterShape::name() const {
  std::string name = scope_ == Scope::mine ? "mine" : "tenant";
  if (favorite_) name += *favorite_ ? "_favorite" : "_other";
  if (given() > 0) name += '_';
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (given_[i]) name += conditions[i].letter;
  }
  return name;
}

std::string FilterShape::of_whom() const {
  std::string sql = "p.tenant_id = $1 AND ";
  if (!given_[deleted]) sql += "p.deleted_at IS NULL AND ";
  sql += scope_ == Scope::mine ? mine : mine_and_public;
  if (favorite_) sql += fmt::format(" AND {}{}", *favorite_ ? "" : "NOT ", is_favorite);
  return sql;
}

std::string FilterShape::all_of(std::initializer_list<Part> some) const {
  std::string sql;
  int parameter = 2;
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (!given_[i]) continue;
    ++parameter;
    if (std::ranges::find(some, i) == some.end()) continue;
    if (!sql.empty()) sql += " AND ";
    sql += fmt::format(fmt::runtime(conditions[i].sql), parameter);
  }
  return sql.empty() ? "true" : sql;
}

std::string FilterShape::where() const {
  return of_whom() + " AND " + all_of({languages, tags, frameworks, from, before, deleted});
}
std::string FilterShape::where_of_every_facet() const {
  return of_whom() + " AND " + all_of({tags, deleted});
}
std::string FilterShape::where_language() const {
  return all_of({languages});
}
std::string FilterShape::where_framework() const {
  return all_of({frameworks});
}
std::string FilterShape::where_time() const {
  return all_of({from, before});
}

postgres::Arguments filter_arguments(const Caller& caller, const PocFilter& filter) {
  auto arguments = postgres::encode_all(caller.tenant, caller.user);
  if (!filter.languages.empty()) arguments.add(filter.languages);
  if (!filter.tags.empty()) arguments.add(filter.tags);
  if (!filter.frameworks.empty()) arguments.add(filter.frameworks);
  if (filter.created_from) arguments.add(*filter.created_from);
  if (filter.created_before) arguments.add(*filter.created_before);
  if (filter.deleted_since) arguments.add(*filter.deleted_since);
  return arguments;
}

}  // namespace mrbill::catalog
