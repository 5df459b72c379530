// A job's columns and the Job they make.
#pragma once

#include <jobs/jobs.hpp>
#include <postgres/columns.hpp>

namespace mrbill::jobs {

[[nodiscard]] std::optional<Status> parse_status(std::string_view word);

}  // namespace mrbill::jobs

template <>
struct mrbill::postgres::Codec<mrbill::jobs::Status>
    : mrbill::postgres::WordCodec<mrbill::jobs::Status, mrbill::jobs::parse_status> {};

namespace mrbill::jobs {

// Of the table jobs AS j.
inline constexpr auto job_columns = postgres::columns(
    postgres::column<&Job::id>("job_id"), postgres::column<&Job::tenant>("tenant_id"),
    postgres::column<&Job::owner>("owner_id"), postgres::column<&Job::kind>("kind"),
    postgres::column<&Job::status>("status"), postgres::column<&Job::progress>("progress"),
    postgres::column<&Job::parameters>("parameters"), postgres::column<&Job::checkpoint>("checkpoint"),
    postgres::column<&Job::result>("result", "coalesce(j.result::text, '')"),
    postgres::column<&Job::error_code>("error_code"), postgres::column<&Job::error_message>("error_message"),
    postgres::column<&Job::cancel_requested>("cancel_requested"),
    postgres::column<&Job::attempts>("attempts"), postgres::column<&Job::created_at>("created_at"),
    postgres::column<&Job::completed_at>("completed_at"));

}  // namespace mrbill::jobs
