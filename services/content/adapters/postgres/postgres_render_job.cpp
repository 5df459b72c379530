#include "adapters/postgres/postgres_render_job.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <boost/json.hpp>
#include <fmt/format.h>

#include <events/outbox.hpp>

#include "adapters/postgres/content_events.hpp"
#include "adapters/postgres/request_rows.hpp"
#include "adapters/postgres/track_rows.hpp"
#include "domain/object_keys.hpp"

namespace mrbill::content {
namespace {

using postgres::MadeStatement;
using postgres::Statement;

const MadeStatement find_mine{
    "find_request_at_work",
    fmt::format("SELECT {} FROM {} WHERE r.tenant_id = $1 AND r.user_id = $2 AND r.request_id = $3",
                request_selection(), request_tables)};
const MadeStatement lock_mine{"lock_request_at_work", find_mine.sql + " FOR UPDATE OF r"};
const MadeStatement find_by_order{
    "find_render_by_order",
    fmt::format(
        "SELECT v.type, {} FROM renders v WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.order_hash = $3",
        render_columns.list())};
constexpr Statement lock_render{"lock_render", R"(
  SELECT 1 FROM renders v WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.render_id = $3 FOR KEY SHARE)"};
const MadeStatement find_music{
    "find_music", fmt::format("SELECT {} FROM tracks WHERE tenant_id = $1 AND user_id = $2 AND track_id = $3",
                              track_columns.list())};
constexpr Statement keep_objects{"keep_objects", R"(
  UPDATE stored_objects SET expires_at = CASE lifecycle WHEN 'report' THEN now() + interval '400 days' END
  WHERE tenant_id = $1 AND user_id = $2 AND owner_id = $3 AND lifecycle IN ('report', 'video'))"};
constexpr Statement end_temp{"end_temp_at_work", R"(
  UPDATE stored_objects SET expires_at = now()
  WHERE tenant_id = $1 AND user_id = $2 AND owner_id = $3 AND lifecycle = 'temp'
  RETURNING pg_notify('content_leftovers', ''))"};
constexpr Statement insert_render{"insert_render", R"(
  INSERT INTO renders (tenant_id, user_id, render_id, order_hash, type, extension, year, poc_count, seconds, width, height,
                       pages, created_at, private_pocs)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (tenant_id, render_id) DO UPDATE SET order_hash = excluded.order_hash, extension = excluded.extension,
    year = excluded.year, poc_count = excluded.poc_count, seconds = excluded.seconds, width = excluded.width,
    height = excluded.height, pages = excluded.pages, created_at = excluded.created_at, private_pocs = excluded.private_pocs)"};
constexpr Statement forget_pocs{"forget_request_pocs", R"(
  DELETE FROM content_request_pocs WHERE tenant_id = $1 AND user_id = $2 AND request_id = $3)"};
constexpr Statement insert_pocs{"insert_request_pocs", R"(
  INSERT INTO content_request_pocs (tenant_id, user_id, request_id, poc_id, sequence_order, duration_seconds, at_second)
  SELECT $1, $2, $3, g.* FROM unnest($4::uuid[], $5::integer[], $6::integer[], $7::double precision[]) AS g)"};
constexpr Statement copy_pocs{"copy_request_pocs", R"(
  INSERT INTO content_request_pocs (tenant_id, user_id, request_id, poc_id, sequence_order, duration_seconds, at_second)
  SELECT $1, $2, $3, p.poc_id, p.sequence_order, p.duration_seconds, p.at_second FROM content_request_pocs p
  WHERE p.tenant_id = $1 AND p.user_id = $2 AND p.request_id = (
    SELECT r.request_id FROM content_requests r
    WHERE r.tenant_id = $1 AND r.render_id = $4 AND r.request_id <> $3 LIMIT 1)
  ON CONFLICT DO NOTHING)"};
constexpr Statement point_to_render{"point_to_render", R"(
  UPDATE content_requests SET render_id = $4, result_url = $5
  WHERE tenant_id = $1 AND user_id = $2 AND request_id = $3)"};

std::string to_json(const Checkpoint& checkpoint) {
  boost::json::array segments;
  for (const auto& name : checkpoint.segments) segments.emplace_back(name);
  return boost::json::serialize(
      boost::json::object{{"segments", std::move(segments)}, {"finished", checkpoint.finished}});
}

Checkpoint checkpoint_of(std::string_view text) {
  Checkpoint checkpoint;
  const auto value = boost::json::parse(text);
  const auto& object = value.as_object();
  if (const auto* segments = object.if_contains("segments"))
    for (const auto& name : segments->as_array()) checkpoint.segments.emplace_back(name.as_string());
  if (const auto* finished = object.if_contains("finished")) checkpoint.finished = finished->as_bool();
  return checkpoint;
}

std::string traceparent_of(const jobs::Job& job) {
  const auto parameters = boost::json::parse(job.parameters);
  const auto* trace = parameters.as_object().if_contains("traceparent");
  return trace ? std::string(trace->as_string()) : std::string();
}

std::int64_t lock_key(const Caller& caller, const Sha256& order) {
  std::string all(order.begin(), order.end());
  all += caller.tenant.to_string() + caller.user.to_string();
  const auto digest = sha256(all);
  std::int64_t key = 0;
  std::memcpy(&key, digest.data(), sizeof key);
  return key;
}

class LeaseHold final : public Hold {
 public:
  explicit LeaseHold(std::unique_ptr<postgres::Database::Lease> lease) : lease_(std::move(lease)) {}

 private:
  std::unique_ptr<postgres::Database::Lease> lease_;
};

}  // namespace

PostgresRenderJob::PostgresRenderJob(postgres::Database& worker_database, jobs::Lease& lease,
                                     const Clock& clock, Random& random)
    : database_(worker_database),
      lease_(lease),
      clock_(clock),
      random_(random),
      caller_{lease.job().tenant, lease.job().owner, traceparent_of(lease.job())},
      id_(request_in(lease.job())),
      checkpoint_(checkpoint_of(lease.job().checkpoint)) {}

Task<std::optional<Request>> PostgresRenderJob::request() {
  const auto rows = co_await database_.query(scope_of(caller_), find_mine, caller_.tenant, caller_.user, id_);
  if (rows.empty()) co_return std::nullopt;
  co_return request_of(rows.front());
}

Task<> PostgresRenderJob::report(int progress) {
  co_await lease_.report(progress, to_json(checkpoint_));
}

Task<> PostgresRenderJob::report_segment(int progress, std::string name) {
  if (std::ranges::count(checkpoint_.segments, name) == 0) checkpoint_.segments.push_back(std::move(name));
  co_await lease_.report(progress, to_json(checkpoint_));
}

Task<std::unique_ptr<Hold>> PostgresRenderJob::hold(Sha256 order) {
  auto lease = co_await database_.try_lock(lock_key(caller_, order));
  if (!lease) co_return nullptr;
  co_return std::make_unique<LeaseHold>(std::move(lease));
}

Task<std::optional<Render>> PostgresRenderJob::find_render(Sha256 order) {
  const auto rows =
      co_await database_.query(scope_of(caller_), find_by_order, caller_.tenant, caller_.user, order);
  if (rows.empty()) co_return std::nullopt;
  auto render = render_columns.read<Render>(rows.front());
  render.type = rows.front().get<Type>("type");
  co_return render;
}

Task<std::optional<Track>> PostgresRenderJob::find_track(TrackId id) {
  const auto rows = co_await database_.query(scope_of(caller_), find_music, caller_.tenant, caller_.user, id);
  if (rows.empty()) co_return std::nullopt;
  co_return track_columns.read<Track>(rows.front());
}

Task<> PostgresRenderJob::note_object(NotedObject object) {
  co_await ledger_.note(caller_, std::move(object));
}

Task<std::optional<Request>> PostgresRenderJob::lock_request(postgres::Transaction& transaction) {
  const auto rows = co_await transaction.query(lock_mine, caller_.tenant, caller_.user, id_);
  if (rows.empty()) co_return std::nullopt;
  co_return request_of(rows.front());
}

void PostgresRenderJob::keep_render(postgres::Transaction& transaction, const Render& render,
                                    const Sha256& order) {
  transaction.defer(insert_render, caller_.tenant, caller_.user, render.id, order, render.type,
                    render.extension, render.year, render.poc_count, render.seconds, render.width,
                    render.height, render.pages, render.created_at, render.private_pocs);
  transaction.defer(keep_objects, caller_.tenant, caller_.user, render.id);
}

void PostgresRenderJob::keep_pocs(postgres::Transaction& transaction, const std::vector<UsedPoc>& pocs) {
  transaction.defer(forget_pocs, caller_.tenant, caller_.user, id_);  // of what is made again
  std::vector<Uuid> ids;
  std::vector<std::int32_t> orders;
  std::vector<std::optional<std::int32_t>> seconds;
  std::vector<std::optional<double>> starts;
  for (const auto& poc : pocs) {
    ids.push_back(poc.id);
    orders.push_back(poc.order);
    seconds.push_back(poc.seconds ? std::optional(static_cast<std::int32_t>(std::ceil(*poc.seconds)))
                                  : std::nullopt);
    starts.push_back(poc.at_second);
  }
  if (!ids.empty())
    transaction.defer(insert_pocs, caller_.tenant, caller_.user, id_, ids, orders, seconds, starts);
}

// Where it points to, the events of it, and that the work is done: with the transaction that has done it.
Task<> PostgresRenderJob::conclude(postgres::Transaction& transaction, Request request, Render render,
                                   std::string link) {
  transaction.defer(point_to_render, caller_.tenant, caller_.user, id_, render.id,
                    main_key(caller_.user, render));
  transaction.defer(end_temp, caller_.tenant, caller_.user, id_);
  const Completion completion{
      caller_, id_, std::move(request.spec), std::move(render), request.scheduled, std::move(link)};
  co_await events::append(transaction, completed_event(clock_, random_, completion));
  if (is_worth_a_mail(completion))
    co_await events::append(transaction, notification(clock_, random_, completion));
  checkpoint_.finished = true;
  co_await lease_.report(transaction, 99, to_json(checkpoint_));
  co_await transaction.commit();
}

Task<bool> PostgresRenderJob::finish(Render render, Sha256 order, std::vector<UsedPoc> pocs,
                                     std::string link) {
  auto transaction = co_await database_.begin(scope_of(caller_));
  auto request = co_await lock_request(transaction);
  if (!request) co_return false;
  keep_render(transaction, render, order);
  keep_pocs(transaction, pocs);
  co_await conclude(transaction, *std::move(request), std::move(render), std::move(link));
  co_return true;
}

Task<bool> PostgresRenderJob::adopt(Render render, std::string link) {
  auto transaction = co_await database_.begin(scope_of(caller_));
  auto request = co_await lock_request(transaction);
  if (!request) co_return false;
  const auto there = co_await transaction.query(lock_render, caller_.tenant, caller_.user, render.id);
  if (there.empty()) co_return false;
  transaction.defer(copy_pocs, caller_.tenant, caller_.user, id_, render.id);
  co_await conclude(transaction, *std::move(request), std::move(render), std::move(link));
  co_return true;
}

Task<> PostgresRenderJob::forget_temp() {
  co_await database_.query(scope_of(caller_), end_temp, caller_.tenant, caller_.user, id_);
}

}  // namespace mrbill::content
