// A job's columns and the Job they make.
#pragma once

#include <jobs/jobs.hpp>

// Of the table jobs AS j. A macro because Statement wants one literal.
#define MRBILL_JOB_COLUMNS                                                                                  \
  "j.job_id, j.tenant_id, j.owner_id, j.kind, j.status, j.progress, j.parameters, j.checkpoint, j.result, " \
  "j.error_code, j.error_message, j.cancel_requested, j.attempts, j.created_at, j.completed_at"

namespace mrbill::jobs {

[[nodiscard]] Job job_of(const postgres::Row& row);

}  // namespace mrbill::jobs
