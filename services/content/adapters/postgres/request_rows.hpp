// A request as columns: the one list of them, from which its rows are read. In every statement that uses it
// the request is `r`, its render `v`.
#pragma once

#include <string>
#include <string_view>

#include <jobs/jobs.hpp>
#include <postgres/columns.hpp>
#include <postgres/database.hpp>

#include "adapters/postgres/words.hpp"

namespace mrbill::content {

// A Render's own, whose type is its request's.
inline constexpr auto render_columns =
    postgres::columns(postgres::column<&Render::id>("render_id", "v.render_id"),
                      postgres::column<&Render::extension>("extension", "v.extension"),
                      postgres::column<&Render::year>("year", "v.year"),
                      postgres::column<&Render::poc_count>("poc_count", "v.poc_count"),
                      postgres::column<&Render::private_pocs>("private_pocs", "v.private_pocs"),
                      postgres::column<&Render::seconds>("seconds", "v.seconds"),
                      postgres::column<&Render::width>("width", "v.width"),
                      postgres::column<&Render::height>("height", "v.height"),
                      postgres::column<&Render::pages>("pages", "v.pages"),
                      postgres::column<&Render::created_at>("made_at", "v.created_at"));

inline constexpr auto request_columns = postgres::columns(
    postgres::column<&Request::id>("request_id"), postgres::column<&Request::spec, &Spec::title>("title"),
    postgres::column<&Request::spec, &Spec::description>("description"),
    postgres::column<&Request::spec, &Spec::from>("from_date"),
    postgres::column<&Request::spec, &Spec::to>("to_date"), postgres::column<&Request::status>("status"),
    postgres::column<&Request::progress>("progress"), postgres::column<&Request::error_code>("error_code"),
    postgres::column<&Request::error_message>("error_message"),
    postgres::column<&Request::created_at>("created_at"),
    postgres::column<&Request::completed_at>("completed_at"),
    postgres::column<&Request::scheduled>("scheduled"),
    postgres::column<&Request::shared>(
        "shared",
        "EXISTS(SELECT FROM shares s WHERE s.tenant_id = r.tenant_id AND s.request_id = r.request_id)"));

// "SELECT {}" of these is what request_of() reads.
[[nodiscard]] std::string request_selection();
[[nodiscard]] Request request_of(const postgres::Row& row);
inline constexpr std::string_view request_tables =
    "content_requests r LEFT JOIN renders v ON v.tenant_id = r.tenant_id AND v.render_id = r.render_id";

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
