#include "adapters/postgres/postgres_poc_insights.hpp"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <postgres/columns.hpp>

#include "adapters/postgres/poc_filter_sql.hpp"
#include "adapters/postgres/statement_shelf.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Statement;

// Spellings that a filter takes for the same are one value, shown in the most frequent of them, as the search
// counts. $1 tenant, $2 caller, $3 from, $4 before, $5 time zone, $6 to the present. Rows are (kind, value,
// count, values of the kind in all), in the order they are shown in.
constexpr std::string_view stats_of = R"(
  WITH found AS MATERIALIZED (
    SELECT p.poc_id, p.language,
           least(p.created_at, $4::timestamptz - interval '1 microsecond') AT TIME ZONE $5::text AS created FROM pocs p
    WHERE p.tenant_id = $1 AND p.deleted_at IS NULL AND {} AND p.created_at >= $3 AND (p.created_at < $4 OR $6::boolean)),
  months AS (
    SELECT generate_series(date_trunc('month', $3::timestamptz AT TIME ZONE $5::text),
                           ($4::timestamptz - interval '1 microsecond') AT TIME ZONE $5::text, interval '1 month') AS month),
  by_month AS (SELECT date_trunc('month', created) AS month, count(*) AS n FROM found GROUP BY 1)
  SELECT 't' AS kind, '' AS value, count(*) AS count, 0::bigint AS values FROM found
  UNION ALL SELECT 'v', '', count(*), 0 FROM found JOIN favorites v
    ON v.tenant_id = $1 AND v.user_id = $2 AND v.poc_id = found.poc_id AND v.removed_at IS NULL
  UNION ALL (SELECT 'm', to_char(month, 'YYYY-MM'), coalesce(n, 0), 0 FROM months LEFT JOIN by_month USING (month)
             ORDER BY month)
  UNION ALL (SELECT 'd', to_char(created::date, 'YYYY-MM-DD'), count(*), 0 FROM found GROUP BY created::date
             ORDER BY created::date)
  UNION ALL (SELECT 'l', mode() WITHIN GROUP (ORDER BY language COLLATE "C"), count(*), count(*) OVER () FROM found
             WHERE language IS NOT NULL GROUP BY language COLLATE folded ORDER BY 3 DESC, 2 LIMIT 1000)
  UNION ALL (SELECT 'g', mode() WITHIN GROUP (ORDER BY t.tag COLLATE "C"), count(*), count(*) OVER () FROM found
             JOIN poc_tags t ON t.tenant_id = $1 AND t.poc_id = found.poc_id
             GROUP BY t.tag COLLATE folded ORDER BY 3 DESC, 2 LIMIT 1000)
  UNION ALL (SELECT 'f', mode() WITHIN GROUP (ORDER BY f.framework COLLATE "C"), count(*), count(*) OVER () FROM found
             JOIN poc_frameworks f ON f.tenant_id = $1 AND f.poc_id = found.poc_id
             GROUP BY f.framework COLLATE folded ORDER BY 3 DESC, 2 LIMIT 1000))";

// The filter's conditions and parameters, then one: how many values a facet. Rows as above.
constexpr std::string_view facets_of = R"(
  WITH found AS MATERIALIZED (
    SELECT p.poc_id, p.language, extract(year FROM p.created_at AT TIME ZONE 'UTC')::int AS year FROM pocs p WHERE {0})
  SELECT 't' AS kind, '' AS value, count(*) AS count, 0::bigint AS values FROM found
  UNION ALL (SELECT 'l', mode() WITHIN GROUP (ORDER BY language COLLATE "C"), count(*), count(*) OVER () FROM found
             WHERE language IS NOT NULL GROUP BY language COLLATE folded ORDER BY 3 DESC, 2 LIMIT ${1})
  UNION ALL (SELECT 'g', mode() WITHIN GROUP (ORDER BY t.tag COLLATE "C"), count(*), count(*) OVER () FROM found
             JOIN poc_tags t ON t.tenant_id = $1 AND t.poc_id = found.poc_id
             GROUP BY t.tag COLLATE folded ORDER BY 3 DESC, 2 LIMIT ${1})
  UNION ALL (SELECT 'f', mode() WITHIN GROUP (ORDER BY f.framework COLLATE "C"), count(*), count(*) OVER () FROM found
             JOIN poc_frameworks f ON f.tenant_id = $1 AND f.poc_id = found.poc_id
             GROUP BY f.framework COLLATE folded ORDER BY 3 DESC, 2 LIMIT ${1})
  UNION ALL (SELECT 'y', year::text, count(*), count(*) OVER () FROM found GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ${1}))";

Statement stats_statement(Scope scope) {
  static const auto mine = fmt::format(stats_of, "p.user_id = $2");
  static const auto tenant = fmt::format(stats_of, "(p.user_id = $2 OR p.is_public)");
  return scope == Scope::mine ? Statement{"stats_mine", mine} : Statement{"stats_tenant", tenant};
}

const MadeStatement& facets_statement(const FilterShape& shape) {
  static thread_local StatementShelf shelf;
  return shelf.get(shape.index(), [&] {
    return MadeStatement{"facets_" + shape.name(),
                         fmt::format(facets_of, shape.where(), shape.parameters() + 1)};
  });
}

struct Counted {
  std::string kind = {};  // a letter
  Count count = {};
  std::int64_t values = 0;  // of the kind in all
};
constexpr auto counted_columns = postgres::columns(
    postgres::column<&Counted::kind>("kind"), postgres::column<&Counted::count, &Count::value>("value"),
    postgres::column<&Counted::count, &Count::count>("count"), postgres::column<&Counted::values>("values"));

}  // namespace

Task<Result<PocStats, StatsError>> PostgresPocInsights::stats(StatsQuery query) {
  postgres::Rows rows;
  try {
    rows = co_await database_.query(postgres::Scope::of(query.caller.tenant, query.caller.user),
                                    stats_statement(query.scope), query.caller.tenant, query.caller.user,
                                    query.from, query.before, query.time_zone, query.to_the_present);
  } catch (const postgres::StatementError& error) {
    if (error.sqlstate() == "22023")
      co_return fail(StatsError::unknown_time_zone);  // invalid_parameter_value
    throw;
  }
  PocStats stats;
  for (auto& row : counted_columns.read<Counted>(rows)) {
    switch (row.kind.front()) {
      case 't':
        stats.total = row.count.count;
        break;
      case 'v':
        stats.favorites = row.count.count;
        break;
      case 'm':
        stats.by_month.push_back(std::move(row.count));
        break;
      case 'd':
        stats.by_day.push_back(std::move(row.count));
        break;
      case 'l':
        stats.languages = row.values;
        stats.by_language.push_back(std::move(row.count));
        break;
      case 'g':
        stats.tags = row.values;
        stats.by_tag.push_back(std::move(row.count));
        break;
      default:
        stats.frameworks = row.values;
        stats.by_framework.push_back(std::move(row.count));
    }
  }
  co_return stats;
}

Task<FacetCounts> PostgresPocInsights::facets(Caller caller, PocFilter filter, int limit) {
  const auto& made = facets_statement(FilterShape(filter));
  auto arguments = filter_arguments(caller, filter);
  arguments.add(static_cast<std::int64_t>(limit));
  const auto scope = postgres::Scope::of(caller.tenant, caller.user);
  auto rows = co_await database_.query(scope, made, std::move(arguments));
  FacetCounts counts;
  for (auto& row : counted_columns.read<Counted>(rows)) {
    switch (row.kind.front()) {
      case 't':
        counts.total = row.count.count;
        break;
      case 'l':
        counts.languages = row.values;
        counts.facets.languages.push_back(std::move(row.count));
        break;
      case 'g':
        counts.tags = row.values;
        counts.facets.tags.push_back(std::move(row.count));
        break;
      case 'f':
        counts.frameworks = row.values;
        counts.facets.frameworks.push_back(std::move(row.count));
        break;
      default:
        counts.years = row.values;
        counts.facets.years.push_back(std::move(row.count));
    }
  }
  co_return counts;
}

}  // namespace mrbill::catalog
