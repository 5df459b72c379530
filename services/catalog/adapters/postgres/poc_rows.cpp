#include "adapters/postgres/poc_rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "domain/import.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Statement;

constexpr Statement next_change_seqs{"next_change_seqs", R"(
  INSERT INTO tenant_counters AS c (tenant_id, change_seq) VALUES ($1, $2)
  ON CONFLICT (tenant_id) DO UPDATE SET change_seq = c.change_seq + $2
  RETURNING change_seq)"};

constexpr Statement insert_poc_rows{"insert_poc_rows", R"(
  INSERT INTO pocs (poc_id, tenant_id, user_id, name, description, repository_url, language, is_public, import_key,
                    created_at, updated_at, change_seq, name_changed_at, description_changed_at,
                    repository_url_changed_at, language_changed_at, is_public_changed_at, tags_changed_at,
                    frameworks_changed_at)
  SELECT g.poc_id, $1, $2, g.name, g.description, g.repository_url, g.language, g.is_public,
         CASE WHEN $14::boolean AND EXISTS (
             SELECT FROM pocs k WHERE k.tenant_id = $1 AND k.user_id = $2 AND k.import_key = g.import_key
               AND k.deleted_at IS NULL) THEN NULL ELSE g.import_key END,
         g.created_at, g.updated_at, g.change_seq, $3, $3, $3, $3, $3, $3, $3
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::text[],
              $11::timestamptz[], $12::timestamptz[], $13::bigint[])
       AS g (poc_id, name, description, repository_url, language, is_public, import_key, created_at, updated_at,
             change_seq))"};

constexpr Statement update_poc_rows{"update_poc_rows", R"(
  UPDATE pocs p
  SET name = g.name, description = g.description, repository_url = g.repository_url, language = g.language,
      is_public = g.is_public,
      import_key = CASE WHEN EXISTS (
          SELECT FROM pocs k WHERE k.tenant_id = $1 AND k.user_id = $2 AND k.import_key = g.import_key
            AND k.deleted_at IS NULL AND k.poc_id <> p.poc_id) THEN NULL ELSE g.import_key END,
      created_at = g.created_at, updated_at = g.updated_at, deleted_at = g.deleted_at, change_seq = g.change_seq,
      name_changed_at = CASE WHEN p.name IS DISTINCT FROM g.name THEN $3 ELSE p.name_changed_at END,
      description_changed_at =
        CASE WHEN p.description IS DISTINCT FROM g.description THEN $3 ELSE p.description_changed_at END,
      repository_url_changed_at =
        CASE WHEN p.repository_url IS DISTINCT FROM g.repository_url THEN $3 ELSE p.repository_url_changed_at END,
      language_changed_at = CASE WHEN p.language IS DISTINCT FROM g.language THEN $3 ELSE p.language_changed_at END,
      is_public_changed_at = CASE WHEN p.is_public IS DISTINCT FROM g.is_public THEN $3 ELSE p.is_public_changed_at END,
      tags_changed_at = CASE WHEN g.tags IS DISTINCT FROM (
          SELECT coalesce(string_agg(t.tag, ',' ORDER BY t.position), '') FROM poc_tags t
          WHERE t.tenant_id = p.tenant_id AND t.poc_id = p.poc_id) THEN $3 ELSE p.tags_changed_at END,
      frameworks_changed_at = CASE WHEN g.frameworks IS DISTINCT FROM (
          SELECT coalesce(string_agg(f.framework, ',' ORDER BY f.position), '') FROM poc_frameworks f
          WHERE f.tenant_id = p.tenant_id AND f.poc_id = p.poc_id) THEN $3 ELSE p.frameworks_changed_at END
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::text[],
              $11::timestamptz[], $12::timestamptz[], $13::bigint[], $14::timestamptz[], $15::bigint[], $16::text[],
              $17::text[])
       AS g (poc_id, name, description, repository_url, language, is_public, import_key, created_at, updated_at,
             change_seq, deleted_at, base, tags, frameworks)
  WHERE p.tenant_id = $1 AND p.user_id = $2 AND p.poc_id = g.poc_id AND p.change_seq = g.base)"};

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
using MaybeTexts = std::vector<std::optional<std::string>>;

// Rows turned into columns, as unnest wants them.
struct Columns {
  std::vector<PocId> ids;
  Texts names;
  MaybeTexts descriptions, repository_urls, languages;
  std::vector<bool> are_public;
  Texts import_keys;
  std::vector<Timestamp> created, updated;
  std::vector<std::int64_t> change_seqs;

  void add(const Poc& poc) {
    ids.push_back(poc.id);
    names.push_back(poc.content.name);
    descriptions.push_back(poc.content.description);
    repository_urls.push_back(poc.content.repository_url);
    languages.push_back(poc.content.language);
    are_public.push_back(poc.content.is_public);
    import_keys.push_back(import_key(poc.content));
    created.push_back(poc.created_at);
    updated.push_back(poc.updated_at);
    change_seqs.push_back(poc.change_seq);
  }
};

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
  Columns columns;
  for (const auto& poc : pocs) columns.add(poc);
  transaction.defer(insert_poc_rows, creator.tenant, creator.user, now, columns.ids, columns.names,
                    columns.descriptions, columns.repository_urls, columns.languages, columns.are_public,
                    columns.import_keys, columns.created, columns.updated, columns.change_seqs,
                    keys == ImportKeys::maybe_taken);
  insert_words(transaction, creator, pocs, [](const Poc& poc) -> const Poc& { return poc; });
}

Task<std::int64_t> update_pocs(postgres::Transaction& transaction, Caller creator,
                               std::vector<PocUpdate> updates, Timestamp now) {
  if (updates.empty()) co_return 0;
  Columns columns;
  std::vector<std::optional<Timestamp>> deleted;
  std::vector<std::int64_t> bases;
  Texts tags;
  Texts frameworks;
  for (const auto& update : updates) {
    columns.add(update.poc);
    deleted.push_back(update.poc.deleted_at);
    bases.push_back(update.base);
    tags.push_back(fmt::format("{}", fmt::join(update.poc.content.tags, ",")));
    frameworks.push_back(fmt::format("{}", fmt::join(update.poc.content.frameworks, ",")));
  }
  auto rows = co_await transaction.query(
      update_poc_rows, creator.tenant, creator.user, now, columns.ids, columns.names, columns.descriptions,
      columns.repository_urls, columns.languages, columns.are_public, columns.import_keys, columns.created,
      columns.updated, columns.change_seqs, deleted, bases, tags, frameworks);
  transaction.defer(delete_tags, creator.tenant, columns.ids);
  transaction.defer(delete_frameworks, creator.tenant, columns.ids);
  insert_words(transaction, creator, updates,
               [](const PocUpdate& update) -> const Poc& { return update.poc; });
  co_return rows.affected();
}

}  // namespace mrbill::catalog
