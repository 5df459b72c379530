#include "adapters/postgres/postgres_poc_insights.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <base/number.hpp>
#include <postgres/columns.hpp>

#include "adapters/postgres/poc_filter_sql.hpp"
#include "adapters/postgres/statement_shelf.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Statement;

// Spellings that a filter takes for the same are one value, shown in the most frequent of them, as the search
// counts. $1 tenant, $2 caller, $3 from, $4 before, $5 time zone, $6 to the present. Rows are (kind, value,
// count, values of the kind in all), in the order they are shown in; of kind s: a set of the most frequent
// tags as bits, and how many POCs have it.
constexpr std::string_view stats_of = R"(
  WITH found AS MATERIALIZED (
    SELECT p.poc_id, p.language,
           least(p.created_at, $4::timestamptz - interval '1 microsecond') AT TIME ZONE $5::text AS created FROM pocs p
    WHERE p.tenant_id = $1 AND p.deleted_at IS NULL AND {0} AND p.created_at >= $3 AND (p.created_at < $4 OR $6::boolean)),
  months AS (
    SELECT generate_series(date_trunc('month', $3::timestamptz AT TIME ZONE $5::text),
                           ($4::timestamptz - interval '1 microsecond') AT TIME ZONE $5::text, interval '1 month') AS month),
  by_month AS (SELECT date_trunc('month', created) AS month, count(*) AS n FROM found GROUP BY 1),
  tagged AS (SELECT found.poc_id, t.tag FROM found JOIN poc_tags t ON t.tenant_id = $1 AND t.poc_id = found.poc_id),
  spellings AS (SELECT tag, count(*) AS n FROM tagged GROUP BY tag),
  tags AS (
    SELECT value, n, spelt, row_number() OVER (ORDER BY n DESC, value) AS place, count(*) OVER () AS values
    FROM (SELECT (array_agg(tag ORDER BY n DESC, tag COLLATE "C"))[1] COLLATE "C" AS value, sum(n)::bigint AS n,
                 array_agg(tag) AS spelt FROM spellings GROUP BY tag COLLATE folded) one),
  bits AS (SELECT unnest(spelt) AS tag, 1::bigint << (place - 1)::int AS bit FROM tags WHERE place <= {1}),
  sets AS (SELECT bit_or(bit) AS set FROM tagged JOIN bits USING (tag) GROUP BY poc_id HAVING count(*) > 1)
  SELECT 't' AS kind, '' AS value, count(*) AS count, 0::bigint AS values FROM found
  UNION ALL SELECT 'v', '', count(*), 0 FROM found JOIN favorites v
    ON v.tenant_id = $1 AND v.user_id = $2 AND v.poc_id = found.poc_id AND v.removed_at IS NULL
  UNION ALL (SELECT 'm', to_char(month, 'YYYY-MM'), coalesce(n, 0), 0 FROM months LEFT JOIN by_month USING (month)
             ORDER BY month)
  UNION ALL (SELECT 'd', to_char(created::date, 'YYYY-MM-DD'), count(*), 0 FROM found GROUP BY created::date
             ORDER BY created::date)
  UNION ALL (SELECT 'l', mode() WITHIN GROUP (ORDER BY language COLLATE "C"), count(*), count(*) OVER () FROM found
             WHERE language IS NOT NULL GROUP BY language COLLATE folded ORDER BY 3 DESC, 2 LIMIT 1000)
  UNION ALL (SELECT 'g', value, n, values FROM tags ORDER BY place LIMIT 1000)
  UNION ALL SELECT 's', set::text, count(*), 0 FROM sets GROUP BY set
  UNION ALL (SELECT 'f', mode() WITHIN GROUP (ORDER BY f.framework COLLATE "C"), count(*), count(*) OVER () FROM found
             JOIN poc_frameworks f ON f.tenant_id = $1 AND f.poc_id = found.poc_id
             GROUP BY f.framework COLLATE folded ORDER BY 3 DESC, 2 LIMIT 1000))";

// The filter's conditions and parameters, then one: how many values a facet. Languages, frameworks and years
// are counted as if their own filter were not there. Rows as above.
constexpr std::string_view facets_of = R"(
  WITH found AS MATERIALIZED (
    SELECT p.poc_id, p.language, extract(year FROM p.created_at AT TIME ZONE 'UTC')::int AS year,
           {where_language} AS by_language, {where_framework} AS by_framework, {where_time} AS by_time
    FROM pocs p WHERE {where})
  SELECT 't' AS kind, '' AS value, count(*) AS count, 0::bigint AS values FROM found
  WHERE by_language AND by_framework AND by_time
  UNION ALL (SELECT 'l', mode() WITHIN GROUP (ORDER BY language COLLATE "C"), count(*), count(*) OVER () FROM found
             WHERE by_framework AND by_time AND language IS NOT NULL
             GROUP BY language COLLATE folded ORDER BY 3 DESC, 2 LIMIT ${limit})
  UNION ALL (SELECT 'g', mode() WITHIN GROUP (ORDER BY t.tag COLLATE "C"), count(*), count(*) OVER () FROM found
             JOIN poc_tags t ON t.tenant_id = $1 AND t.poc_id = found.poc_id
             WHERE by_language AND by_framework AND by_time
             GROUP BY t.tag COLLATE folded ORDER BY 3 DESC, 2 LIMIT ${limit})
  UNION ALL (SELECT 'f', mode() WITHIN GROUP (ORDER BY f.framework COLLATE "C"), count(*), count(*) OVER () FROM found
             JOIN poc_frameworks f ON f.tenant_id = $1 AND f.poc_id = found.poc_id
             WHERE by_language AND by_time
             GROUP BY f.framework COLLATE folded ORDER BY 3 DESC, 2 LIMIT ${limit})
  UNION ALL (SELECT 'y', year::text, count(*), count(*) OVER () FROM found WHERE by_language AND by_framework
             GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ${limit}))";

Statement stats_statement(Scope scope) {
  static const auto mine = fmt::format(stats_of, "p.user_id = $2", paired_tags);
  static const auto tenant = fmt::format(stats_of, "(p.user_id = $2 OR p.is_public)", paired_tags);
  return scope == Scope::mine ? Statement{"stats_mine", mine} : Statement{"stats_tenant", tenant};
}

const MadeStatement& facets_statement(const FilterShape& shape) {
  static thread_local StatementShelf shelf;
  return shelf.get(shape.index(), [&] {
    return MadeStatement{"facets_" + shape.name(),
                         fmt::format(facets_of, fmt::arg("where_language", shape.where_language()),
                                     fmt::arg("where_framework", shape.where_framework()),
                                     fmt::arg("where_time", shape.where_time()),
                                     fmt::arg("where", shape.where_of_every_facet()),
                                     fmt::arg("limit", shape.parameters() + 1))};
  });
}

struct Counted {
  std::string kind = {};  // a letter
  Count count = {};
  std::int64_t values = 0;  // of the kind in all
};
// The first of the tags, by falling count, are those that the sets are of.
std::vector<TagPair> pairs_of(const std::vector<Count>& by_tag, const std::vector<TagSet>& sets) {
  std::vector<std::string> tags;
  for (std::size_t i = 0; i < std::min(by_tag.size(), paired_tags); ++i) tags.push_back(by_tag[i].value);
  return frequent_pairs(tags, sets);
}

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
  std::vector<TagSet> sets;
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
      case 's':
        sets.push_back({number_in<std::uint64_t>(row.count.value).value_or(0), row.count.count});
        break;
      default:
        stats.frameworks = row.values;
        stats.by_framework.push_back(std::move(row.count));
    }
  }
  stats.by_tag_pair = pairs_of(stats.by_tag, sets);
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
