#include "adapters/postgres/postgres_schedules.hpp"

#include <base/check.hpp>

#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

using postgres::Scope;
using postgres::Statement;

#define MRBILL_SCHEDULE_COLUMNS                                                                     \
  "monthly_report, report_format, report_group_by, year_video, video_style, video_shape, version, " \
  "updated_at"

constexpr Statement find_schedules{"find_schedules", "SELECT " MRBILL_SCHEDULE_COLUMNS
                                                     " FROM schedules WHERE tenant_id = $1 AND user_id = $2"};
// Version 0 is "not chosen yet": then there is no row. Whoever comes second gets nothing.
constexpr Statement replace_schedules{
    "replace_schedules",
    "INSERT INTO schedules AS s (tenant_id, user_id, " MRBILL_SCHEDULE_COLUMNS
    ") "
    "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 + 1, $10 "
    "WHERE $9 = coalesce((SELECT version FROM schedules WHERE tenant_id = $1 AND user_id = $2), 0) "
    "ON CONFLICT (tenant_id, user_id) DO UPDATE SET monthly_report = excluded.monthly_report, "
    "  report_format = excluded.report_format, report_group_by = excluded.report_group_by, "
    "  year_video = excluded.year_video, video_style = excluded.video_style, video_shape = "
    "excluded.video_shape, "
    "  version = excluded.version, updated_at = excluded.updated_at "
    "WHERE s.version = $9 RETURNING " MRBILL_SCHEDULE_COLUMNS};
// A month's report is due from the month's end on, if it was switched on by then (or on the day after); the
// film of a year from the first of December on.
constexpr Statement find_due{"find_due_schedules", R"(
  WITH mine AS (
    SELECT s.*, coalesce(p.time_zone, $4) AS zone, coalesce(p.locale, $3) AS locale,
           date_trunc('month', wall_clock($1, coalesce(p.time_zone, $4))) AS month
    FROM schedules s LEFT JOIN people p ON p.tenant_id = s.tenant_id AND p.user_id = s.user_id
    WHERE (s.monthly_report OR s.year_video) AND (p.user_id IS NULL OR p.full_name IS NOT NULL)
      AND NOT EXISTS (SELECT FROM memberships o
                      WHERE o.tenant_id = s.tenant_id AND o.user_id = s.user_id AND o.is_over)),
  wanted AS (
    SELECT m.*, 'monthly_report' AS kind, to_char(month - interval '1 month', 'YYYY-MM') AS period,
           moment_of(month - interval '1 month', zone) AS from_date, moment_of(month, zone) AS to_date
    FROM mine m WHERE monthly_report
      AND (moment_of(month, zone) >= updated_at OR $1 < moment_of(month, zone) + interval '1 day')
    UNION ALL
    SELECT m.*, 'year_video', to_char(month, 'YYYY'), moment_of(date_trunc('year', month), zone),
           moment_of(date_trunc('year', month) + interval '1 year', zone)
    FROM mine m WHERE year_video AND extract(month FROM month) = 12)
  SELECT w.tenant_id, w.user_id, w.kind, w.period, w.from_date, w.to_date, w.locale,
         w.monthly_report, w.report_format, w.report_group_by, w.year_video, w.video_style, w.video_shape, w.version,
         w.updated_at
  FROM wanted w
  WHERE NOT EXISTS (SELECT FROM schedule_runs r
                    WHERE r.tenant_id = w.tenant_id AND r.user_id = w.user_id AND r.kind = w.kind AND r.period = w.period)
  ORDER BY w.tenant_id, w.user_id LIMIT $2)"};
constexpr Statement note_run{"note_schedule_run", R"(
  INSERT INTO schedule_runs (tenant_id, user_id, kind, period, request_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING)"};

std::vector<std::string> words_of(const std::vector<Grouping>& groups) {
  std::vector<std::string> words;
  for (const auto grouping : groups) words.emplace_back(to_string(grouping));
  return words;
}

Schedules schedules_of(const postgres::Row& row) {
  const auto format = parse_format(row.get<std::string>("report_format"));
  const auto shape = parse_shape(row.get<std::string>("video_shape"));
  CHECK(format && shape, "the table's constraints admit no others");
  Schedules schedules{.monthly_report = row.get<bool>("monthly_report"),
                      .report = {.group_by = {}, .format = *format},
                      .year_video = row.get<bool>("year_video"),
                      .video_style = row.get<std::optional<std::string>>("video_style"),
                      .video_shape = *shape,
                      .version = row.get<std::int64_t>("version"),
                      .updated_at = row.get<Timestamp>("updated_at")};
  for (const auto& word : row.get<std::vector<std::string>>("report_group_by"))
    if (const auto grouping = parse_grouping(word)) schedules.report.group_by.push_back(*grouping);
  return schedules;
}

DueSchedule due_of(const postgres::Row& row) {
  const bool monthly = row.get<std::string>("kind") == to_string(ScheduleKind::monthly_report);
  return {.owner = {.tenant = row.get<TenantId>("tenant_id"), .user = row.get<UserId>("user_id")},
          .kind = monthly ? ScheduleKind::monthly_report : ScheduleKind::year_video,
          .period = row.get<std::string>("period"),
          .from = row.get<Timestamp>("from_date"),
          .to = row.get<Timestamp>("to_date"),
          .schedules = schedules_of(row),
          .locale = row.get<std::string>("locale")};
}

}  // namespace

Task<Schedules> PostgresScheduleStore::find(Caller caller) {
  const auto rows = co_await database_.query(scope_of(caller), find_schedules, caller.tenant, caller.user);
  co_return rows.empty() ? Schedules{} : schedules_of(rows.front());
}

Task<std::optional<Schedules>> PostgresScheduleStore::replace(Caller caller, Schedules wanted,
                                                              std::int64_t base, Timestamp now) {
  const auto rows = co_await database_.query(scope_of(caller), replace_schedules, caller.tenant, caller.user,
                                             wanted.monthly_report, to_string(wanted.report.format),
                                             words_of(wanted.report.group_by), wanted.year_video,
                                             wanted.video_style, to_string(wanted.video_shape), base, now);
  if (rows.empty()) co_return std::nullopt;
  co_return schedules_of(rows.front());
}

Task<std::vector<DueSchedule>> PostgresScheduleSweep::due(Timestamp now, int max) {
  const auto rows = co_await database_.query(Scope::nobody(), find_due, now, max, installation_.locale,
                                             installation_.time_zone);
  std::vector<DueSchedule> all;
  for (const auto row : rows) all.push_back(due_of(row));
  co_return all;
}

Task<bool> PostgresScheduleSweep::make(DueSchedule due, Spec spec, RequestId id, Timestamp now) {
  auto transaction = co_await database_.begin(scope_of(due.owner));
  const auto noted = co_await transaction.query(note_run, due.owner.tenant, due.owner.user,
                                                to_string(due.kind), due.period, id, now);
  if (noted.affected() == 0) co_return false;
  co_await insert_request(transaction, due.owner, id, std::move(spec), now, true);
  co_await transaction.commit();
  co_return true;
}

}  // namespace mrbill::content
