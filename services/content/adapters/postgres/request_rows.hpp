// A request as columns: the one list of them, and how a row becomes a Request. In every statement that uses
// it the request is `r`, its render `v`.
#pragma once

#include <string_view>

#include <jobs/jobs.hpp>
#include <postgres/database.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

#define MRBILL_REQUEST_COLUMNS                                                                               \
  "r.request_id, r.type, r.status, r.title, r.description, r.from_date, r.to_date, r.parameters, "           \
  "r.created_at, "                                                                                           \
  "r.completed_at, r.error_code, r.error_message, r.progress, r.scheduled, "                                 \
  "EXISTS(SELECT FROM shares s WHERE s.tenant_id = r.tenant_id AND s.request_id = r.request_id) AS shared, " \
  "v.render_id, v.extension, v.year, v.poc_count, v.private_pocs, v.seconds, v.width, v.height, v.pages, "   \
  "v.created_at AS "                                                                                         \
  "made_at "
#define MRBILL_REQUEST_TABLES \
  "content_requests r LEFT JOIN renders v ON v.tenant_id = r.tenant_id AND v.render_id = r.render_id "

[[nodiscard]] Request request_of(const postgres::Row& row);
[[nodiscard]] Render render_of(const postgres::Row& row, Type type);

[[nodiscard]] inline postgres::Scope scope_of(const Caller& caller) {
  return postgres::Scope::of(caller.tenant, caller.user);
}

inline constexpr auto video_job = "content_video";
inline constexpr auto report_job = "content_report";

// The request's row and its first job travel with the transaction's next statement.
[[nodiscard]] Task<> insert_request(postgres::Transaction& transaction, Caller caller, RequestId id,
                                    Spec spec, Timestamp now, bool scheduled);
[[nodiscard]] jobs::Job job_of(const Caller& caller, Type type, RequestId request, Uuid job, Timestamp now,
                               std::string checkpoint);
// The request that a job is about.
[[nodiscard]] RequestId request_in(const jobs::Job& job);

}  // namespace mrbill::content
