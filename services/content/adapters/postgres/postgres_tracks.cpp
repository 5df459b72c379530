#include "adapters/postgres/postgres_tracks.hpp"

#include <fmt/format.h>

#include <postgres/idempotency.hpp>
#include <postgres/turn.hpp>

#include "adapters/postgres/company_use.hpp"
#include "adapters/postgres/request_rows.hpp"
#include "adapters/postgres/track_rows.hpp"

namespace mrbill::content {
namespace {

using postgres::Statement;

const postgres::MadeStatement list_tracks{
    "list_tracks", fmt::format("SELECT {} FROM tracks WHERE tenant_id = $1 AND user_id = $2 "
                               "ORDER BY created_at DESC, track_id DESC",
                               track_columns.list())};
constexpr Statement find_track{
    "find_track", "SELECT 1 FROM tracks WHERE tenant_id = $1 AND user_id = $2 AND track_id = $3"};
constexpr Statement count_tracks{"count_tracks",
                                 "SELECT count(*) FROM tracks WHERE tenant_id = $1 AND user_id = $2"};
constexpr Statement insert_track{"insert_track", R"(
  INSERT INTO tracks (tenant_id, user_id, track_id, name, object_key, created_at) VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement keep{"keep_track_object", R"(
  UPDATE stored_objects SET expires_at = NULL WHERE tenant_id = $1 AND user_id = $2 AND owner_id = $3)"};
// Whatever has become of its object.
constexpr Statement delete_track{"delete_track", R"(
  WITH gone AS (DELETE FROM tracks WHERE tenant_id = $1 AND user_id = $2 AND track_id = $3 RETURNING track_id),
  ended AS (
    UPDATE stored_objects o SET expires_at = now() FROM gone
    WHERE o.tenant_id = $1 AND o.user_id = $2 AND o.owner_id = gone.track_id)
  SELECT pg_notify('content_leftovers', '') FROM gone)"};

}  // namespace

Task<std::vector<Track>> PostgresTracks::list(Caller caller) {
  const auto rows = co_await database_.query(scope_of(caller), list_tracks, caller.tenant, caller.user);
  co_return track_columns.read<Track>(rows);
}

Task<bool> PostgresTracks::exists(Caller caller, TrackId id) {
  const auto rows = co_await database_.query(scope_of(caller), find_track, caller.tenant, caller.user, id);
  co_return !rows.empty();
}

Task<Result<Created, TrackError>> PostgresTracks::add(Caller caller, Track track,
                                                      std::optional<IdempotencyKey> key) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const Created created{.id = track.id.uuid, .at = track.created_at};
  const postgres::KeyOwner owner{caller.tenant, caller.user};
  const auto taken = co_await postgres::take(transaction, owner, std::move(key), created);
  if (!taken)
    co_return fail(taken.error() == KeyConflict::in_use ? TrackError::key_in_use : TrackError::key_reused);
  if (taken->repeated) co_return *taken;
  co_await postgres::take_turn(transaction, "tracks", caller.tenant);
  const auto count = co_await transaction.query(count_tracks, caller.tenant, caller.user);
  if (count.front().get<std::int64_t>(0) >= max_tracks) co_return fail(TrackError::too_many);
  transaction.defer(insert_track, caller.tenant, caller.user, track.id, track.name, track.object_key,
                    track.created_at);
  transaction.defer(keep, caller.tenant, caller.user, track.id);
  const auto use = co_await company_use(transaction);
  if (use.bytes > bounds_.bytes) co_return fail(TrackError::company_storage_full);
  co_await transaction.commit();
  co_return created;
}

Task<bool> PostgresTracks::remove(Caller caller, TrackId id) {
  const auto rows = co_await database_.query(scope_of(caller), delete_track, caller.tenant, caller.user, id);
  co_return !rows.empty();
}

}  // namespace mrbill::content
