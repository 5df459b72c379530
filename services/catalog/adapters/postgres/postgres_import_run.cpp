#include "adapters/postgres/postgres_import_run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <base/check.hpp>
#include <events/outbox.hpp>

#include "adapters/postgres/former_json.hpp"
#include "adapters/postgres/import_json.hpp"
#include "adapters/postgres/import_plan.hpp"
#include "adapters/postgres/poc_columns.hpp"
#include "adapters/postgres/poc_events.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Statement;

const postgres::MadeStatement find_by_import_key{
    "find_by_import_key",
    fmt::format("SELECT p.import_key, {} FROM pocs p WHERE p.tenant_id = $1 AND p.user_id = $2 "
                "AND p.import_key = ANY($3::text[]) AND p.deleted_at IS NULL",
                poc_columns.list("p"))};

constexpr Statement keep_import_errors{"keep_import_errors", R"(
  INSERT INTO import_errors (tenant_id, user_id, job_id, position, line, pointer, code, detail)
  SELECT $1, $2, $3, g.* FROM unnest($4::integer[], $5::bigint[], $6::text[], $7::text[], $8::text[]) AS g)"};

constexpr Statement keep_import_changes{"keep_import_changes", R"(
  INSERT INTO import_changes (tenant_id, user_id, job_id, first_seq, last_seq, poc_id, former)
  SELECT $1, $2, $3, g.first_seq, g.last_seq, g.poc_id, g.former::jsonb
  FROM unnest($4::bigint[], $5::bigint[], $6::uuid[], $7::text[]) AS g (first_seq, last_seq, poc_id, former))"};

std::vector<std::string> keys_of(const std::vector<ImportRow>& rows) {
  std::vector<std::string> keys;
  keys.reserve(rows.size());
  for (const auto& row : rows) keys.push_back(row.key);
  return keys;
}

Task<std::vector<KnownPoc>> known_pocs(postgres::Transaction& transaction, Caller creator,
                                       std::vector<std::string> keys) {
  std::vector<KnownPoc> known;
  if (keys.empty()) co_return known;
  auto rows = co_await transaction.query(find_by_import_key, creator.tenant, creator.user, std::move(keys));
  if (rows.empty()) co_return known;
  const auto read = poc_columns.reader<Poc>(rows.front());
  for (auto row : rows) known.push_back({row.get<std::string>("import_key"), read(row)});
  co_return known;
}

ImportTally after(ImportTally tally, const ImportBatch& batch, const ImportPlan& plan) {
  tally.created += static_cast<std::int64_t>(plan.created.size());
  tally.updated += static_cast<std::int64_t>(plan.updated.size());
  tally.unchanged += plan.unchanged;
  tally.failed += batch.failed;
  tally.errors += static_cast<std::int64_t>(batch.errors.size());
  tally.rows += plan.writes() + plan.unchanged + batch.failed;
  return tally;
}

}  // namespace

PostgresImportRun::PostgresImportRun(postgres::Database& worker_database, jobs::Lease& lease,
                                     const Clock& clock, Random& random)
    : database_(worker_database),
      lease_(lease),
      clock_(clock),
      random_(random),
      creator_{lease.job().tenant, lease.job().owner},
      tally_(parse_import_tally(lease.job().checkpoint)) {}

void PostgresImportRun::keep_errors(postgres::Transaction& transaction, const ImportBatch& batch) {
  std::vector<std::int32_t> positions;
  std::vector<std::int64_t> lines;
  std::vector<std::string> pointers;
  std::vector<std::string> codes;
  std::vector<std::string> details;
  for (const auto& error : batch.errors) {
    const auto position = tally_.errors + static_cast<std::int64_t>(positions.size());
    if (position >= max_kept_errors) break;
    positions.push_back(static_cast<std::int32_t>(position));
    lines.push_back(error.line);
    pointers.push_back(error.field.pointer);
    codes.push_back(error.field.code);
    details.push_back(error.field.detail);
  }
  if (positions.empty()) return;
  transaction.defer(keep_import_errors, creator_.tenant, creator_.user, lease_.job().id, positions, lines,
                    pointers, codes, details);
}

// What it takes to undo them: where the created ones are, and what the others said.
void PostgresImportRun::keep_changes(postgres::Transaction& transaction, const ImportPlan& plan) {
  std::vector<std::int64_t> firsts;
  std::vector<std::int64_t> lasts;
  std::vector<std::optional<PocId>> ids;
  std::vector<std::optional<std::string>> formers;
  if (!plan.created.empty()) {
    firsts.push_back(plan.created.front().change_seq);
    lasts.push_back(plan.created.back().change_seq);
    ids.emplace_back();
    formers.emplace_back();
  }
  for (std::size_t i = 0; i < plan.updated.size(); ++i) {
    firsts.push_back(plan.updated[i].poc.change_seq);
    lasts.push_back(plan.updated[i].poc.change_seq);
    ids.emplace_back(plan.overwritten[i].id);
    formers.emplace_back(former_json(plan.overwritten[i]));
  }
  transaction.defer(keep_import_changes, creator_.tenant, creator_.user, lease_.job().id, firsts, lasts, ids,
                    formers);
}

Task<> PostgresImportRun::write(ImportBatch batch) {
  auto transaction = co_await database_.begin(postgres::Scope::of(creator_.tenant, creator_.user));
  co_await take_change_seqs(transaction, creator_.tenant, 0);  // from here nobody else writes in this tenant
  auto known = co_await known_pocs(transaction, creator_, keys_of(batch.rows));
  auto plan = plan_import(std::move(batch.rows), known, creator_, batch.now, clock_, random_);
  const auto next = after(tally_, batch, plan);
  keep_errors(transaction, batch);
  if (plan.writes() > 0) {
    const auto writes = plan.writes();
    const auto last = co_await take_change_seqs(transaction, creator_.tenant, writes);
    plan.number_up_to(last);
    keep_changes(transaction, plan);
    insert_pocs(transaction, creator_, plan.created, ImportKeys::free, batch.now);
    const auto wanted = static_cast<std::int64_t>(plan.updated.size());
    const auto updated = co_await update_pocs(transaction, creator_, std::move(plan.updated), batch.now);
    CHECK(updated == wanted, "the tenant's counter row is held, so nobody else has changed these rows");
    auto event = pocs_imported(clock_, random_, creator_, ImportId{lease_.job().id.uuid}, writes, last);
    co_await events::append(transaction, std::move(event));
  }
  co_await lease_.report(transaction, batch.progress, to_json(next));
  co_await transaction.commit();
  tally_ = next;
}

Task<> PostgresImportRun::finish() {
  tally_.finished = true;
  co_await lease_.report(99, to_json(tally_));
}

}  // namespace mrbill::catalog
