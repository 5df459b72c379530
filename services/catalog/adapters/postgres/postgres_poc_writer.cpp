#include "adapters/postgres/postgres_poc_writer.hpp"

#include <utility>

#include <base/check.hpp>
#include <events/outbox.hpp>
#include <postgres/idempotency.hpp>

#include "adapters/postgres/poc_events.hpp"
#include "adapters/postgres/poc_rows.hpp"

namespace mrbill::catalog {
namespace {

constexpr postgres::Statement put_favorite{"put_favorite", R"(
  INSERT INTO favorites AS f (tenant_id, user_id, poc_id, created_at, removed_at, change_seq)
  VALUES ($1, $2, $3, $4::timestamptz, CASE WHEN $5::boolean THEN NULL ELSE $4::timestamptz END, $6)
  ON CONFLICT (tenant_id, user_id, poc_id) DO UPDATE
  SET created_at = CASE WHEN $5 THEN $4 ELSE f.created_at END, removed_at = excluded.removed_at,
      change_seq = excluded.change_seq)"};

postgres::Scope scope_of(const Caller& caller) {
  return postgres::Scope::of(caller.tenant, caller.user);
}

}  // namespace

Task<Result<Created, KeyConflict>> PostgresPocWriter::insert(Caller caller, Poc poc,
                                                             std::optional<IdempotencyKey> key) {
  const postgres::KeyOwner owner{caller.tenant, caller.user};
  auto transaction = co_await database_.begin(scope_of(caller));
  if (key) {
    auto answered = co_await postgres::claim(transaction, owner, *key, poc.created_at);
    if (answered) co_return *answered;
  }
  poc.change_seq = co_await take_change_seqs(transaction, caller.tenant, 1);
  const Created created{poc.id.uuid, poc.created_at, poc.change_seq};
  if (key && !co_await postgres::remember(transaction, owner, *key, created))
    co_return fail(KeyConflict::in_use);
  auto event = poc_changed(clock_, random_, caller, poc, Change::created);
  insert_pocs(transaction, caller, std::vector{std::move(poc)}, ImportKeys::maybe_taken, created.at);
  co_await events::append(transaction, std::move(event));
  co_await transaction.commit();
  co_return created;
}

Task<std::optional<std::int64_t>> PostgresPocWriter::update(Caller caller, Poc poc, Change change) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto base = poc.change_seq;
  poc.change_seq = co_await take_change_seqs(transaction, caller.tenant, 1);
  const auto version = poc.change_seq;
  auto event = poc_changed(clock_, random_, caller, poc, change);
  std::vector<PocUpdate> updates;
  updates.push_back({std::move(poc), base});
  const auto updated = co_await update_pocs(transaction, caller, std::move(updates), clock_.now());
  if (updated == 0) {
    co_await transaction.rollback();
    co_return std::nullopt;
  }
  co_await events::append(transaction, std::move(event));
  co_await transaction.commit();
  co_return version;
}

Task<Result<WrittenPocs, KeyConflict>> PostgresPocWriter::update_all(Caller caller, std::vector<Poc> pocs,
                                                                     Change change,
                                                                     std::optional<IdempotencyKey> key) {
  WrittenPocs written{.versions = std::vector<std::optional<std::int64_t>>(pocs.size())};
  auto transaction = co_await database_.begin(scope_of(caller));
  const Created done{.id = new_uuid(clock_, random_), .at = clock_.now()};
  const postgres::KeyOwner owner{caller.tenant, caller.user};
  const auto taken = co_await postgres::take(transaction, owner, std::move(key), done);
  if (!taken) co_return fail(taken.error());
  written.repeated = taken->repeated;
  if (!taken->repeated)
    written.versions = co_await write_current(transaction, std::move(caller), std::move(pocs), change);
  co_await transaction.commit();
  co_return written;
}

// From the counter's row on nobody else of the tenant writes, so what is current now stays so.
Task<std::vector<std::optional<std::int64_t>>> PostgresPocWriter::write_current(
    postgres::Transaction& transaction, Caller caller, std::vector<Poc> pocs, Change change) {
  std::vector<std::optional<std::int64_t>> versions(pocs.size());
  if (pocs.empty()) co_return versions;
  static_cast<void>(co_await take_change_seqs(transaction, caller.tenant, 0));
  const auto current = co_await pocs_at_their_base(transaction, caller, pocs);
  const auto count = static_cast<std::int64_t>(current.size());
  if (count == 0) co_return versions;
  auto version = co_await take_change_seqs(transaction, caller.tenant, count) - count;
  std::vector<PocUpdate> updates;
  updates.reserve(current.size());
  for (std::size_t i = 0; i < pocs.size(); ++i) {
    if (!current.contains(pocs[i].id)) continue;
    const auto base = std::exchange(pocs[i].change_seq, ++version);
    versions[i] = version;
    auto event = poc_changed(clock_, random_, caller, pocs[i], change);
    co_await events::append(transaction, std::move(event));
    updates.push_back({std::move(pocs[i]), base});
  }
  const auto updated = co_await update_pocs(transaction, caller, std::move(updates), clock_.now());
  CHECK(updated == count, "they were current, and the tenant's counter is held");
  co_return versions;
}

Task<> PostgresPocWriter::set_favorite(Caller caller, PocId id, bool favorite, Timestamp at) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto change_seq = co_await take_change_seqs(transaction, caller.tenant, 1);
  transaction.defer(put_favorite, caller.tenant, caller.user, id, at, favorite, change_seq);
  co_await transaction.commit();
}

}  // namespace mrbill::catalog
