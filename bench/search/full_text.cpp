#include "full_text.hpp"

#include <array>
#include <cstdlib>
#include <stdexcept>

#include <fmt/format.h>
#include <libpq-fe.h>

namespace mrbill::catalog::bench {

namespace {

constexpr auto schema = R"(
  DROP TABLE IF EXISTS pocs;
  CREATE UNLOGGED TABLE pocs (
    poc_id uuid, tenant_id uuid, name text, description text, language text, tags text[], frameworks text[],
    created_at timestamptz, words tsvector))";

constexpr auto indexes = R"(
  UPDATE pocs SET words = setweight(to_tsvector('simple', name), 'A')
                       || setweight(to_tsvector('simple', description), 'B')
                       || setweight(to_tsvector('simple', array_to_string(tags || frameworks || language, ' ')), 'D');
  CREATE INDEX ON pocs USING gin (words);
  CREATE INDEX ON pocs (tenant_id);
  VACUUM ANALYZE pocs)";

constexpr auto tenant_search = R"(
  WITH q AS (SELECT to_tsquery('simple', $2) AS q),
  found AS MATERIALIZED (
    SELECT p.* FROM pocs p, q WHERE p.tenant_id = $1 AND p.words @@ q.q AND p.language = $3),
  page AS (SELECT found.*, ts_rank(words, q.q) AS rank FROM found, q ORDER BY rank DESC, created_at DESC LIMIT 20)
  SELECT (SELECT count(*) FROM found),
         (SELECT json_agg(ts_headline('simple', description, q.q)) FROM page, q),
         (SELECT json_agg(t) FROM (SELECT unnest(tags) AS tag, count(*) FROM found GROUP BY 1) t),
         (SELECT json_agg(f) FROM (SELECT unnest(frameworks) AS framework, count(*) FROM found GROUP BY 1) f),
         (SELECT json_agg(l) FROM (SELECT language, count(*) FROM found GROUP BY 1) l))";

constexpr auto global_search = R"(
  SELECT poc_id FROM pocs, to_tsquery('simple', $1) q WHERE words @@ q
  ORDER BY ts_rank(words, q) DESC, created_at DESC LIMIT 20)";

void check(const PGresult* result, const PGconn* connection) {
  const auto status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) return;
  throw std::runtime_error(PQerrorMessage(connection));
}

// "ray trac" -> "ray & trac"
std::string all_of(const std::string& text) {
  std::string query;
  for (const char c : text) query += c == ' ' ? std::string(" & ") : std::string(1, c);
  return query;
}

// The last word may be unfinished: "ray & trac:*"
std::string all_of_begun(const std::string& text) {
  return all_of(text) + ":*";
}

std::string copy_line(const Poc& poc) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{{{}}}\t{{\"{}\"}}\t{}\n", poc.id.to_string(),
                     poc.tenant.to_string(), poc.content.name, *poc.content.description,
                     *poc.content.language, fmt::format("{},{}", poc.content.tags[0], poc.content.tags[1]),
                     poc.content.frameworks[0], to_rfc3339(poc.created_at));
}

}  // namespace

FullText::FullText(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
  if (PQstatus(connection_) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_));
}

FullText::~FullText() {
  PQfinish(connection_);
}

void FullText::run(const std::string& sql) {
  auto* result = PQexec(connection_, sql.c_str());
  check(result, connection_);
  PQclear(result);
}

void FullText::load(const Collection& collection) {
  run(schema);
  run("COPY pocs (poc_id, tenant_id, name, description, language, tags, frameworks, created_at) FROM STDIN");
  for (int tenant = 0; tenant < collection.tenants(); ++tenant) {
    std::string lines;
    for (const auto& poc : collection.pocs_of(tenant)) lines += copy_line(poc);
    PQputCopyData(connection_, lines.data(), static_cast<int>(lines.size()));
  }
  PQputCopyEnd(connection_, nullptr);
  while (auto* result = PQgetResult(connection_)) {
    check(result, connection_);
    PQclear(result);
  }
  for (const auto* statement : {indexes}) {
    std::string rest = statement;
    for (std::size_t end = 0; !rest.empty(); rest = end == std::string::npos ? "" : rest.substr(end + 1)) {
      end = rest.find(';');
      run(rest.substr(0, end));
    }
  }
}

std::int64_t FullText::within_tenant(const Caller& caller, const std::string& text,
                                     const std::string& language) {
  const auto tenant = caller.tenant.to_string();
  const auto query = all_of_begun(text);
  const std::array<const char*, 3> values{tenant.c_str(), query.c_str(), language.c_str()};
  auto* result = PQexecParams(connection_, tenant_search, 3, nullptr, values.data(), nullptr, nullptr, 0);
  check(result, connection_);
  const auto total = std::atoll(PQgetvalue(result, 0, 0));
  PQclear(result);
  return total;
}

std::int64_t FullText::everywhere(const std::string& text) {
  const auto query = all_of(text);
  const std::array<const char*, 1> values{query.c_str()};
  auto* result = PQexecParams(connection_, global_search, 1, nullptr, values.data(), nullptr, nullptr, 0);
  check(result, connection_);
  const auto found = PQntuples(result);
  PQclear(result);
  return found;
}

}  // namespace mrbill::catalog::bench
