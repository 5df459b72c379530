#include "adapters/postgres/poc_filter_sql.hpp"

#include <string_view>

namespace mrbill::catalog {
namespace {

constexpr std::string_view mine = "p.user_id = $2";
constexpr std::string_view mine_and_public = "(p.user_id = $2 OR p.is_public)";

constexpr std::string_view filters = R"(
  AND ($3::text IS NULL OR lower(p.language) = lower($3))
  AND ($4::text[] = '{}' OR p.poc_id IN (
        SELECT t.poc_id FROM poc_tags t WHERE t.tenant_id = $1 AND t.tag = ANY($4)
        GROUP BY t.poc_id HAVING count(*) = cardinality($4)))
  AND ($5::text IS NULL OR p.poc_id IN (
        SELECT f.poc_id FROM poc_frameworks f WHERE f.tenant_id = $1 AND lower(f.framework) = lower($5)))
  AND ($6::boolean IS NULL OR $6 = EXISTS (
        SELECT FROM favorites v
        WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.poc_id = p.poc_id AND v.removed_at IS NULL))
  AND ($7::timestamptz IS NULL OR p.created_at >= $7)
  AND ($8::timestamptz IS NULL OR p.created_at < $8))";

}  // namespace

std::string where_sql(Scope scope) {
  std::string sql = "p.tenant_id = $1 AND p.deleted_at IS NULL AND ";
  sql += scope == Scope::mine ? mine : mine_and_public;
  sql += filters;
  return sql;
}

}  // namespace mrbill::catalog
