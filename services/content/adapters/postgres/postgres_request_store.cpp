#include "adapters/postgres/postgres_request_store.hpp"

#include <fmt/format.h>

#include <jobs/jobs.hpp>
#include <postgres/idempotency.hpp>
#include <postgres/turn.hpp>

#include "adapters/postgres/company_use.hpp"
#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

using postgres::MadeStatement;
using postgres::Statement;

constexpr Statement count_open{"count_open_requests", R"(
  SELECT count(*) FROM content_requests
  WHERE tenant_id = $1 AND user_id = $2 AND status IN ('PENDING', 'PROCESSING'))"};
const MadeStatement find_one{
    "find_request", fmt::format("SELECT {} FROM {} WHERE r.tenant_id = $1 AND r.user_id = $2 AND r.type = $3 "
                                "AND r.request_id = $4",
                                request_selection(), request_tables)};
std::string page_sql(std::string_view where, std::string_view end) {
  return fmt::format(R"(
    SELECT c.total, p.* FROM (SELECT count(*) AS total FROM content_requests
                              WHERE tenant_id = $1 AND user_id = $2 AND type = $3) c
    LEFT JOIN LATERAL (SELECT {} FROM {} WHERE r.tenant_id = $1 AND r.user_id = $2 AND r.type = $3 {}
                       ORDER BY r.created_at DESC, r.request_id DESC LIMIT $4 {}) p ON true
    ORDER BY p.created_at DESC, p.request_id DESC)",
                     request_selection(), request_tables, where, end);
}
const MadeStatement list_from{"list_requests", page_sql("", "OFFSET $5")};
const MadeStatement list_after{"list_requests_after",
                               page_sql("AND (r.created_at, r.request_id) < ($5, $6::uuid)", "")};
const MadeStatement list_changed{"list_changed_requests", fmt::format(R"(
  SELECT c.* FROM (
    SELECT {}, r.updated_at FROM {}
    WHERE r.tenant_id = $1 AND r.user_id = $2 AND (r.status IN ('PENDING', 'PROCESSING') OR r.updated_at > $3)
    ORDER BY r.status IN ('PENDING', 'PROCESSING') DESC, r.updated_at DESC LIMIT $4) c
  ORDER BY c.updated_at)",
                                                                      request_selection(), request_tables)};
constexpr Statement job_of_request{"job_of_request", R"(
  SELECT job_id FROM content_requests WHERE tenant_id = $1 AND user_id = $2 AND type = $3 AND request_id = $4)"};
constexpr Statement lock_request{"lock_request", R"(
  SELECT r.status, r.job_id, r.render_id, coalesce(j.checkpoint, '{}') AS checkpoint
  FROM content_requests r LEFT JOIN jobs j ON j.job_id = r.job_id
  WHERE r.tenant_id = $1 AND r.user_id = $2 AND r.type = $3 AND r.request_id = $4 FOR UPDATE OF r)"};
constexpr Statement begin_anew{"begin_request_anew", R"(
  UPDATE content_requests
  SET status = 'PENDING', progress = 0, error_code = NULL, error_message = NULL, completed_at = NULL, updated_at = $4,
      job_id = $5
  WHERE tenant_id = $1 AND user_id = $2 AND request_id = $3)"};
constexpr Statement delete_request{
    "delete_request",
    "DELETE FROM content_requests WHERE tenant_id = $1 AND user_id = $2 AND request_id = $3"};
constexpr Statement end_temp_objects{"end_temp_objects", R"(
  UPDATE stored_objects SET expires_at = now()
  WHERE tenant_id = $1 AND user_id = $2 AND owner_id = $3 AND lifecycle = 'temp')"};
// Only when no request is left that was answered by it.
constexpr Statement delete_render{"delete_render", R"(
  WITH gone AS (
    DELETE FROM renders v WHERE v.tenant_id = $1 AND v.user_id = $2 AND v.render_id = $3
      AND NOT EXISTS (SELECT FROM content_requests r
                      WHERE r.tenant_id = $1 AND r.render_id = $3 AND r.request_id <> $4)
    RETURNING render_id)
  UPDATE stored_objects o SET expires_at = now() FROM gone
  WHERE o.tenant_id = $1 AND o.user_id = $2 AND o.owner_id = gone.render_id)"};
constexpr Statement tell_of_leftovers{"tell_of_leftovers", "SELECT pg_notify('content_leftovers', '')"};

// Why no more work is taken on; nothing when it is. CreateError and ChangeError say it in the same words.
template <class Error>
Task<std::optional<Error>> what_is_full(postgres::Transaction& transaction, Caller caller,
                                        CompanyBounds bounds) {
  co_await postgres::take_turn(transaction, "open requests", caller.tenant);
  const postgres::Rows rows = co_await transaction.query(count_open, caller.tenant, caller.user);
  if (rows.front().get<std::int64_t>(0) >= max_open) co_return Error::too_many_open;
  const CompanyUse use = co_await company_use(transaction);
  if (use.open >= bounds.open) co_return Error::too_many_open_of_company;
  if (use.bytes >= bounds.bytes) co_return Error::company_storage_full;
  co_return std::nullopt;
}

RequestPage page_of(const postgres::Rows& rows, int limit) {
  RequestPage page{.total = rows.front().get<std::int64_t>("total")};
  for (const auto row : rows) {
    if (!row.get<std::optional<RequestId>>("request_id")) break;
    if (static_cast<int>(page.requests.size()) == limit) {
      page.next = RequestPosition{page.requests.back().created_at, page.requests.back().id};
      break;
    }
    page.requests.push_back(request_of(row));
  }
  return page;
}

}  // namespace

Task<Result<Created, CreateError>> PostgresRequestStore::create(Caller caller, NewRequest request,
                                                                std::optional<IdempotencyKey> key) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const Created created{.id = request.id.uuid, .at = request.created_at};
  const postgres::KeyOwner owner{caller.tenant, caller.user};
  const auto taken = co_await postgres::take(transaction, owner, std::move(key), created);
  if (!taken)
    co_return fail(taken.error() == KeyConflict::in_use ? CreateError::key_in_use : CreateError::key_reused);
  if (taken->repeated) co_return *taken;
  const auto full = co_await what_is_full<CreateError>(transaction, caller, bounds_);
  if (full) co_return fail(*full);
  co_await insert_request(transaction, caller, request.id, std::move(request.spec), request.created_at,
                          false);
  co_await transaction.commit();
  co_return created;
}

Task<std::optional<Request>> PostgresRequestStore::find(Caller caller, Type type, RequestId id) {
  const auto rows =
      co_await database_.query(scope_of(caller), find_one, caller.tenant, caller.user, to_string(type), id);
  if (rows.empty()) co_return std::nullopt;
  co_return request_of(rows.front());
}

Task<RequestPage> PostgresRequestStore::list(Caller caller, RequestQuery query) {
  const auto type = to_string(query.type);
  if (!query.after) {
    const auto rows = co_await database_.query(scope_of(caller), list_from, caller.tenant, caller.user, type,
                                               query.limit + 1, query.offset);
    co_return page_of(rows, query.limit);
  }
  const auto rows = co_await database_.query(scope_of(caller), list_after, caller.tenant, caller.user, type,
                                             query.limit + 1, query.after->created_at, query.after->id);
  co_return page_of(rows, query.limit);
}

Task<std::vector<ChangedRequest>> PostgresRequestStore::changed(Caller caller, Timestamp since, int most) {
  const auto rows =
      co_await database_.query(scope_of(caller), list_changed, caller.tenant, caller.user, since, most);
  std::vector<ChangedRequest> out;
  for (const auto row : rows) out.push_back({request_of(row), row.get<Timestamp>("updated_at")});
  co_return out;
}

Task<bool> PostgresRequestStore::request_cancel(Caller caller, Type type, RequestId id) {
  const auto rows = co_await database_.query(scope_of(caller), job_of_request, caller.tenant, caller.user,
                                             to_string(type), id);
  if (rows.empty()) co_return false;
  co_return co_await jobs::request_cancel(database_, scope_of(caller), rows.front().get<jobs::JobId>(0));
}

Task<Result<Request, ChangeError>> PostgresRequestStore::cancel(Caller caller, Type type, RequestId id) {
  const bool requested = co_await request_cancel(caller, type, id);
  auto request = co_await find(caller, type, id);
  if (!request) co_return fail(ChangeError::not_found);
  if (!requested && request->error_code != "cancelled") co_return fail(ChangeError::not_allowed);
  co_return *std::move(request);
}

Task<Result<Request, ChangeError>> PostgresRequestStore::retry(Caller caller, Type type, RequestId id,
                                                               Uuid job, Timestamp now) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto rows = co_await transaction.query(lock_request, caller.tenant, caller.user, to_string(type), id);
  if (rows.empty()) co_return fail(ChangeError::not_found);
  if (rows.front().get<Status>("status") != Status::failed) co_return fail(ChangeError::not_allowed);
  const auto full = co_await what_is_full<ChangeError>(transaction, caller, bounds_);
  if (full) co_return fail(*full);
  transaction.defer(begin_anew, caller.tenant, caller.user, id, now, job);
  co_await jobs::enqueue(transaction,
                         job_of(caller, type, id, job, now, rows.front().get<std::string>("checkpoint")));
  co_await transaction.commit();
  auto request = co_await find(caller, type, id);
  if (!request) co_return fail(ChangeError::not_found);
  co_return *std::move(request);
}

Task<Result<Request, ChangeError>> PostgresRequestStore::make_again(Caller caller, Type type, RequestId id,
                                                                    Uuid job, Timestamp now) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto rows = co_await transaction.query(lock_request, caller.tenant, caller.user, to_string(type), id);
  if (rows.empty()) co_return fail(ChangeError::not_found);
  if (rows.front().get<std::string>(0) != "COMPLETED") co_return fail(ChangeError::not_allowed);
  transaction.defer(begin_anew, caller.tenant, caller.user, id, now, job);
  co_await jobs::enqueue(transaction, job_of(caller, type, id, job, now, "{}"));
  co_await transaction.commit();
  auto request = co_await find(caller, type, id);
  if (!request) co_return fail(ChangeError::not_found);
  co_return *std::move(request);
}

Task<bool> PostgresRequestStore::remove(Caller caller, Type type, RequestId id) {
  auto transaction = co_await database_.begin(scope_of(caller));
  const auto rows = co_await transaction.query(lock_request, caller.tenant, caller.user, to_string(type), id);
  if (rows.empty()) co_return false;
  const auto job = rows.front().get<jobs::JobId>("job_id");
  const auto render = rows.front().get<std::optional<RequestId>>("render_id");
  transaction.defer(end_temp_objects, caller.tenant, caller.user, id);
  if (render) transaction.defer(delete_render, caller.tenant, caller.user, *render, id);
  transaction.defer(delete_request, caller.tenant, caller.user, id);
  transaction.defer(tell_of_leftovers);
  co_await transaction.commit();
  co_await jobs::request_cancel(database_, scope_of(caller), job);
  co_return true;
}

}  // namespace mrbill::content
