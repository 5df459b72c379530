#include "adapters/postgres/poc_rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/postgres/poc_columns.hpp"
#include "domain/import.hpp"

namespace mrbill::catalog {
namespace {

using postgres::MadeStatement;
using postgres::Statement;

constexpr Statement next_change_seqs{"next_change_seqs", R"(
  INSERT INTO tenant_counters AS c (tenant_id, change_seq) VALUES ($1, $2)
  ON CONFLICT (tenant_id) DO UPDATE SET change_seq = c.change_seq + $2
  RETURNING change_seq)"};

std::string key_in(const Poc& poc) {
  return import_key(poc.content);
}
constexpr auto written_columns =
    kept_columns + said_columns + postgres::columns(postgres::column<key_in>("import_key"));

// Tags and frameworks are compared with those of the row as one text each.
std::string tags_in(const Poc& poc) {
  return fmt::format("{}", fmt::join(poc.content.tags, ","));
}
std::string frameworks_in(const Poc& poc) {
  return fmt::format("{}", fmt::join(poc.content.frameworks, ","));
}
constexpr auto changed_columns =
    postgres::columns(postgres::column<&PocUpdate::base>("base"),
                      postgres::column<&PocUpdate::poc, &Poc::deleted_at>("deleted_at"),
                      postgres::column<&PocUpdate::poc, tags_in>("tags"),
                      postgres::column<&PocUpdate::poc, frameworks_in>("frameworks"));

// $1 tenant, $2 creator, $3 now, $4 whether keys may be taken, then the columns.
const MadeStatement insert_poc_rows{
    "insert_poc_rows",
    fmt::format(R"(
  INSERT INTO pocs (tenant_id, user_id, {columns}, {changed_at}, tags_changed_at, frameworks_changed_at, import_key)
  SELECT $1, $2, {values}, {now}, $3, $3,
         CASE WHEN $4::boolean AND EXISTS (
             SELECT FROM pocs k WHERE k.tenant_id = $1 AND k.user_id = $2 AND k.import_key = g.import_key
               AND k.deleted_at IS NULL) THEN NULL ELSE g.import_key END
  FROM unnest({arrays}) AS g ({written}))",
                fmt::arg("columns", (kept_columns + said_columns).each()),
                fmt::arg("values", (kept_columns + said_columns).each("g.{0}")),
                fmt::arg("changed_at", said_columns.each("{0}_changed_at")),
                fmt::arg("now", said_columns.each("$3")), fmt::arg("arrays", written_columns.arrays<Poc>(5)),
                fmt::arg("written", written_columns.each()))};

// $1 tenant, $2 creator, $3 now, then the columns. Of several with one key who holds it keeps it, else the
// first gets it.
const MadeStatement update_poc_rows{
    "update_poc_rows",
    fmt::format(
        R"(
  UPDATE pocs p
  SET {said}, {changed_at}, deleted_at = g.deleted_at,
      created_at = g.created_at, updated_at = g.updated_at, change_seq = g.change_seq,
      import_key = CASE WHEN g.place > 1 OR EXISTS (
          SELECT FROM pocs k WHERE k.tenant_id = $1 AND k.user_id = $2 AND k.import_key = g.import_key
            AND k.deleted_at IS NULL AND k.poc_id <> p.poc_id) THEN NULL ELSE g.import_key END,
      tags_changed_at = CASE WHEN g.tags IS DISTINCT FROM (
          SELECT coalesce(string_agg(t.tag, ',' ORDER BY t.position), '') FROM poc_tags t
          WHERE t.tenant_id = p.tenant_id AND t.poc_id = p.poc_id) THEN $3 ELSE p.tags_changed_at END,
      frameworks_changed_at = CASE WHEN g.frameworks IS DISTINCT FROM (
          SELECT coalesce(string_agg(f.framework, ',' ORDER BY f.position), '') FROM poc_frameworks f
          WHERE f.tenant_id = p.tenant_id AND f.poc_id = p.poc_id) THEN $3 ELSE p.frameworks_changed_at END
  FROM (SELECT u.*, row_number() OVER (
                 PARTITION BY u.import_key
                 ORDER BY (h.import_key IS NOT DISTINCT FROM u.import_key AND h.deleted_at IS NULL) DESC, u.poc_id) AS place
        FROM unnest({written_arrays}, {changed_arrays}) AS u ({written}, {changed})
        LEFT JOIN pocs h ON h.tenant_id = $1 AND h.poc_id = u.poc_id) g
  WHERE p.tenant_id = $1 AND p.user_id = $2 AND p.poc_id = g.poc_id AND p.change_seq = g.base)",
        fmt::arg("said", said_columns.each("{0} = g.{0}")),
        fmt::arg("changed_at", said_columns.each("{0}_changed_at = CASE WHEN p.{0} IS DISTINCT FROM g.{0} "
                                                 "THEN $3 ELSE p.{0}_changed_at END")),
        fmt::arg("written_arrays", written_columns.arrays<Poc>(4)),
        fmt::arg("changed_arrays", changed_columns.arrays<PocUpdate>(4 + written_columns.count)),
        fmt::arg("written", written_columns.each()), fmt::arg("changed", changed_columns.each()))};

// $1 tenant, $2 creator, then the columns.
const MadeStatement rows_at_their_base{
    "rows_at_their_base",
    fmt::format("SELECT p.poc_id FROM pocs p JOIN unnest({}) AS g ({}) USING (poc_id, change_seq) "
                "WHERE p.tenant_id = $1 AND p.user_id = $2",
                kept_columns.arrays<Poc>(3), kept_columns.each())};

constexpr Statement delete_tags{"delete_tags",
                                "DELETE FROM poc_tags WHERE tenant_id = $1 AND poc_id = ANY($2::uuid[])"};
constexpr Statement delete_frameworks{
    "delete_frameworks", "DELETE FROM poc_frameworks WHERE tenant_id = $1 AND poc_id = ANY($2::uuid[])"};
constexpr Statement insert_tags{"insert_tags", R"(
  INSERT INTO poc_tags (tenant_id, user_id, poc_id, is_public, tag, position)
  SELECT $1, $2, g.* FROM unnest($3::uuid[], $4::boolean[], $5::text[], $6::smallint[]) AS g)"};
constexpr Statement insert_frameworks{"insert_frameworks", R"(
  INSERT INTO poc_frameworks (tenant_id, user_id, poc_id, is_public, framework, position)
  SELECT $1, $2, g.* FROM unnest($3::uuid[], $4::boolean[], $5::text[], $6::smallint[]) AS g)"};

using Texts = std::vector<std::string>;

// The tags of many POCs (or their frameworks) as columns.
struct Words {
  std::vector<PocId> ids;
  std::vector<bool> are_public;
  Texts words;
  std::vector<std::int16_t> positions;

  void add(const Poc& poc, const Texts& of_poc) {
    for (std::size_t i = 0; i < of_poc.size(); ++i) {
      ids.push_back(poc.id);
      are_public.push_back(poc.content.is_public);
      words.push_back(of_poc[i]);
      positions.push_back(static_cast<std::int16_t>(i));
    }
  }
  void insert_with(postgres::Transaction& transaction, Statement statement, const Caller& creator) const {
    if (!ids.empty())
      transaction.defer(statement, creator.tenant, creator.user, ids, are_public, words, positions);
  }
};

template <class Range, class GetPoc>
void insert_words(postgres::Transaction& transaction, const Caller& creator, const Range& rows,
                  GetPoc poc_of) {
  Words tags;
  Words frameworks;
  for (const auto& row : rows) {
    const Poc& poc = poc_of(row);
    tags.add(poc, poc.content.tags);
    frameworks.add(poc, poc.content.frameworks);
  }
  tags.insert_with(transaction, insert_tags, creator);
  frameworks.insert_with(transaction, insert_frameworks, creator);
}

}  // namespace

Task<std::int64_t> take_change_seqs(postgres::Transaction& transaction, TenantId tenant, std::int64_t count) {
  auto rows = co_await transaction.query(next_change_seqs, tenant, count);
  co_return rows.front().get<std::int64_t>(0);
}

void insert_pocs(postgres::Transaction& transaction, const Caller& creator, const std::vector<Poc>& pocs,
                 ImportKeys keys, Timestamp now) {
  if (pocs.empty()) return;
  auto arguments = postgres::encode_all(creator.tenant, creator.user, now, keys == ImportKeys::maybe_taken);
  written_columns.add_arrays(arguments, pocs);
  transaction.defer(insert_poc_rows, std::move(arguments));
  insert_words(transaction, creator, pocs, [](const Poc& poc) -> const Poc& { return poc; });
}

Task<std::set<PocId>> pocs_at_their_base(postgres::Transaction& transaction, Caller creator,
                                         const std::vector<Poc>& pocs) {
  auto arguments = postgres::encode_all(creator.tenant, creator.user);
  kept_columns.add_arrays(arguments, pocs);
  const auto rows = co_await transaction.query(rows_at_their_base, std::move(arguments));
  std::set<PocId> ids;
  for (auto row : rows) ids.insert(row.get<PocId>(0));
  co_return ids;
}

Task<std::int64_t> update_pocs(postgres::Transaction& transaction, Caller creator,
                               std::vector<PocUpdate> updates, Timestamp now) {
  if (updates.empty()) co_return 0;
  auto arguments = postgres::encode_all(creator.tenant, creator.user, now);
  written_columns.add_arrays(arguments, updates, &PocUpdate::poc);
  changed_columns.add_arrays(arguments, updates);
  const auto rows = co_await transaction.query(update_poc_rows, std::move(arguments));
  std::vector<PocId> ids;
  ids.reserve(updates.size());
  for (const auto& update : updates) ids.push_back(update.poc.id);
  transaction.defer(delete_tags, creator.tenant, ids);
  transaction.defer(delete_frameworks, creator.tenant, ids);
  insert_words(transaction, creator, updates,
               [](const PocUpdate& update) -> const Poc& { return update.poc; });
  co_return rows.affected();
}

}  // namespace mrbill::catalog
