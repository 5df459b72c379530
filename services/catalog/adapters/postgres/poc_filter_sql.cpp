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
  std::string_view name;
  std::string_view sql;  // {0} is its parameter
};
// In the order of the parameters.
constexpr std::array conditions{
    Condition{"language", " AND p.language = ${0}::text COLLATE folded"},
    Condition{"tags",
              " AND p.poc_id IN (SELECT t.poc_id FROM poc_tags t WHERE t.tenant_id = $1"
              " AND t.tag COLLATE folded = ANY(${0}::text[])"
              " GROUP BY t.poc_id HAVING count(DISTINCT t.tag COLLATE folded) = cardinality(${0}::text[]))"},
    Condition{"framework",
              " AND p.poc_id IN (SELECT f.poc_id FROM poc_frameworks f WHERE f.tenant_id = $1"
              " AND f.framework = ${0}::text COLLATE folded)"},
    Condition{"from", " AND p.created_at >= ${0}::timestamptz"},
    Condition{"before", " AND p.created_at < ${0}::timestamptz"},
};

}  // namespace

FilterShape::FilterShape(const PocFilter& filter)
    : scope_(filter.scope),
      favorite_(filter.favorite),
      given_{filter.language.has_value(), !filter.tags.empty(), filter.framework.has_value(),
             filter.created_from.has_value(), filter.created_before.has_value()} {}

std::size_t FilterShape::index() const {
  std::size_t index = scope_ == Scope::mine ? 0 : 1;
  index = index * 3 + (favorite_ ? 1 + std::size_t{*favorite_} : 0);
  for (const bool given : given_) index = index * 2 + std::size_t{given};
  return index;
}

int FilterShape::given() const {
  return static_cast<int>(std::ranges::count(given_, true));
}

std::string FilterShape::name() const {
  std::string name = scope_ == Scope::mine ? "mine" : "tenant";
  if (favorite_) name += *favorite_ ? "_favorite" : "_other";
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (given_[i]) name += fmt::format("_{}", conditions[i].name);
  }
  return name;
}

std::string FilterShape::where() const {
  std::string sql = "p.tenant_id = $1 AND p.deleted_at IS NULL AND ";
  sql += scope_ == Scope::mine ? mine : mine_and_public;
  if (favorite_) sql += fmt::format(" AND {}{}", *favorite_ ? "" : "NOT ", is_favorite);
  int parameter = 2;
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (given_[i]) sql += fmt::format(fmt::runtime(conditions[i].sql), ++parameter);
  }
  return sql;
}

postgres::Arguments filter_arguments(const Caller& caller, const PocFilter& filter) {
  auto arguments = postgres::encode_all(caller.tenant, caller.user);
  if (filter.language) arguments.add(*filter.language);
  if (!filter.tags.empty()) arguments.add(filter.tags);
  if (filter.framework) arguments.add(*filter.framework);
  if (filter.created_from) arguments.add(*filter.created_from);
  if (filter.created_before) arguments.add(*filter.created_before);
  return arguments;
}

}  // namespace mrbill::catalog
