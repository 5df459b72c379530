#include "adapters/postgres/postgres_import_history.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <base/check.hpp>
#include <events/outbox.hpp>

#include "adapters/postgres/former_json.hpp"
#include "adapters/postgres/poc_columns.hpp"
#include "adapters/postgres/poc_events.hpp"
#include "adapters/postgres/poc_rows.hpp"

namespace mrbill::catalog {
namespace {

using postgres::Statement;

// POCs at a time: a batch of an import creates at most half as many.
constexpr int overwritten_at_once = 1'000;
constexpr int batches_at_once = 2;

constexpr Statement list_overwritten{"list_overwritten", R"(
  SELECT c.poc_id, c.former, EXISTS (
      SELECT FROM pocs p WHERE p.tenant_id = $1 AND p.poc_id = c.poc_id AND p.change_seq = c.first_seq AND p.deleted_at IS NULL)
      AS stands
  FROM import_changes c
  WHERE c.tenant_id = $1 AND c.user_id = $2 AND c.job_id = $3 AND c.former IS NOT NULL
  ORDER BY c.first_seq OFFSET $4 LIMIT $5)"};
constexpr Statement count_overwritten{"count_overwritten", R"(
  SELECT count(*) FROM import_changes c
  WHERE c.tenant_id = $1 AND c.user_id = $2 AND c.job_id = $3 AND c.former IS NOT NULL)"};
constexpr Statement end_of_portion{"end_of_portion", R"(
  SELECT max(c.first_seq) FROM (
    SELECT first_seq FROM import_changes
    WHERE tenant_id = $1 AND user_id = $2 AND job_id = $3 AND (former IS NOT NULL) = $4 AND first_seq > $5
    ORDER BY first_seq LIMIT $6) AS c)"};

const postgres::MadeStatement find_standing{"find_standing", fmt::format(R"(
  SELECT c.former, {} FROM import_changes c
  JOIN pocs p ON p.tenant_id = c.tenant_id AND p.change_seq BETWEEN c.first_seq AND c.last_seq AND p.change_seq > 0
  WHERE c.tenant_id = $1 AND c.user_id = $2 AND c.job_id = $3 AND (c.former IS NOT NULL) = $4
    AND c.first_seq > $5 AND c.first_seq <= $6 AND p.user_id = $2 AND p.deleted_at IS NULL)",
                                                                         poc_columns.list("p"))};

postgres::Scope scope_of(const Caller& caller) {
  return postgres::Scope::of(caller.tenant, caller.user);
}

// The POC as it was before the import: what it said, or deleted. Nothing where that breaks today's rules.
std::optional<PocUpdate> undone(const postgres::Row& row, Timestamp now) {
  PocUpdate update{.poc = poc_columns.read<Poc>(row)};
  update.base = update.poc.change_seq;
  const auto before = row.get<std::optional<std::string>>("former");
  if (!before) {
    update.poc.deleted_at = now;
    return update;
  }
  auto former = parse_former(update.poc.id, *before);
  if (!former) return std::nullopt;
  update.poc.content = std::move(former->content);
  update.poc.created_at = former->created_at;
  update.poc.updated_at = former->updated_at;
  return update;
}

std::vector<PocUpdate> all_undone(const postgres::Rows& rows, Timestamp now) {
  std::vector<PocUpdate> updates;
  updates.reserve(rows.size());
  for (const auto row : rows)
    if (auto update = undone(row, now)) updates.push_back(*std::move(update));
  return updates;
}

void count(Undone& undone, const std::vector<PocUpdate>& updates) {
  const auto deleted =
      std::ranges::count_if(updates, [](const auto& u) { return u.poc.deleted_at.has_value(); });
  undone.deleted += deleted;
  undone.restored += static_cast<std::int64_t>(updates.size()) - deleted;
}

}  // namespace

Task<FormerPage> PostgresImportHistory::overwritten(Caller caller, ImportId id, int offset, int limit) {
  auto counted =
      co_await database_.query(scope_of(caller), count_overwritten, caller.tenant, caller.user, id);
  FormerPage page{.total = counted.front().get<std::int64_t>(0)};
  auto rows = co_await database_.query(scope_of(caller), list_overwritten, caller.tenant, caller.user, id,
                                       offset, limit);
  for (const auto row : rows) {
    auto former = parse_former(row.get<PocId>("poc_id"), row.get<std::string>("former"));
    if (!former) continue;
    former->stands = row.get<bool>("stands");
    page.pocs.push_back(*std::move(former));
  }
  co_return page;
}

Task<bool> PostgresImportHistory::undo_some(Caller caller, ImportId id, Portion& portion, Undone& undone,
                                            Timestamp now) {
  auto transaction = co_await database_.begin(scope_of(caller));
  co_await take_change_seqs(transaction, caller.tenant, 0);  // from here nobody else writes in this tenant
  const int max = portion.of_overwritten ? overwritten_at_once : batches_at_once;
  auto end = co_await transaction.query(end_of_portion, caller.tenant, caller.user, id,
                                        portion.of_overwritten, portion.after, max);
  if (end.front().is_null(0)) {
    co_await transaction.rollback();
    co_return false;
  }
  const auto last = end.front().get<std::int64_t>(0);
  auto standing = co_await transaction.query(find_standing, caller.tenant, caller.user, id,
                                             portion.of_overwritten, portion.after, last);
  portion.after = last;
  auto updates = all_undone(standing, now);
  if (updates.empty()) {
    co_await transaction.rollback();
    co_return true;
  }
  count(undone, updates);
  const auto writes = static_cast<std::int64_t>(updates.size());
  const auto newest = co_await take_change_seqs(transaction, caller.tenant, writes);
  auto next = newest - writes;
  for (auto& update : updates) update.poc.change_seq = ++next;
  const auto updated = co_await update_pocs(transaction, caller, std::move(updates), now);
  CHECK(updated == writes, "the tenant's counter row is held, so nobody else has changed these rows");
  auto event = pocs_imported(clock_, random_, caller, id, writes, newest);
  co_await events::append(transaction, std::move(event));
  co_await transaction.commit();
  co_return true;
}

Task<Undone> PostgresImportHistory::undo(Caller caller, ImportId id, Timestamp now) {
  Undone undone;
  for (const bool of_overwritten : {true, false}) {
    Portion portion{.of_overwritten = of_overwritten};
    bool more = true;
    while (more) more = co_await undo_some(caller, id, portion, undone, now);
  }
  co_return undone;
}

}  // namespace mrbill::catalog
