#include "adapters/postgres/postgres_schedules.hpp"

#include <fmt/format.h>

#include "adapters/postgres/request_rows.hpp"

namespace mrbill::content {
namespace {

std::optional<ScheduleKind> parse_kind(std::string_view word) {
  for (const auto kind : {ScheduleKind::monthly_report, ScheduleKind::year_video})
    if (word == to_string(kind)) return kind;
  return std::nullopt;
}

}  // namespace
}  // namespace mrbill::content

template <>
struct mrbill::postgres::Codec<mrbill::content::ScheduleKind>
    : mrbill::postgres::WordCodec<mrbill::content::ScheduleKind, mrbill::content::parse_kind> {};

namespace mrbill::content {
namespace {

using postgres::MadeStatement;
using postgres::Scope;
using postgres::Statement;

// What a person chooses.
constexpr auto chosen_columns =
    postgres::columns(postgres::column<&Schedules::monthly_report>("monthly_report"),
                      postgres::column<&Schedules::report, &ReportOptions::format>("report_format"),
                      postgres::column<&Schedules::report, &ReportOptions::group_by>("report_group_by"),
                      postgres::column<&Schedules::year_video>("year_video"),
                      postgres::column<&Schedules::video_style>("video_style"),
                      postgres::column<&Schedules::video_shape>("video_shape"));
constexpr auto schedule_columns =
    chosen_columns + postgres::columns(postgres::column<&Schedules::version>("version"),
                                       postgres::column<&Schedules::updated_at>("updated_at"));

const MadeStatement find_schedules{
    "find_schedules",
    fmt::format("SELECT {} FROM schedules WHERE tenant_id = $1 AND user_id = $2", schedule_columns.list())};
// $3 the version it is based on, $4 now, then what is chosen. Version 0 is "not chosen yet": then there is no
// row. Whoever comes second gets nothing.
const MadeStatement replace_schedules{
    "replace_schedules",
    fmt::format(
        "INSERT INTO schedules AS s (tenant_id, user_id, version, updated_at, {chosen}) "
        "SELECT $1, $2, $3 + 1, $4, {values} "
        "WHERE $3 = coalesce((SELECT version FROM schedules WHERE tenant_id = $1 AND user_id = $2), 0) "
        "ON CONFLICT (tenant_id, user_id) DO UPDATE SET {set}, version = excluded.version, "
        "  updated_at = excluded.updated_at "
        "WHERE s.version = $3 RETURNING {all}",
        fmt::arg("chosen", chosen_columns.each()), fmt::arg("values", chosen_columns.parameters(5)),
        fmt::arg("set", chosen_columns.each("{0} = excluded.{0}")),
        fmt::arg("all", schedule_columns.list()))};
constexpr auto due_columns = postgres::columns(
    postgres::column<&DueSchedule::owner, &Caller::tenant>("tenant_id"),
    postgres::column<&DueSchedule::owner, &Caller::user>("user_id"),
    postgres::column<&DueSchedule::kind>("kind"), postgres::column<&DueSchedule::period>("period"),
    postgres::column<&DueSchedule::from>("from_date"), postgres::column<&DueSchedule::to>("to_date"),
    postgres::column<&DueSchedule::locale>("locale"));

// A month's report is due from the month's end on, if it was switched on by then (or on the day after); the
// film of a year from the first of December on.
const MadeStatement find_due{"find_due_schedules",
                             fmt::format(R"(
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
  SELECT {}, {}
  FROM wanted w
  WHERE NOT EXISTS (SELECT FROM schedule_runs r
                    WHERE r.tenant_id = w.tenant_id AND r.user_id = w.user_id AND r.kind = w.kind AND r.period = w.period)
  ORDER BY w.tenant_id, w.user_id LIMIT $2)",
                                         due_columns.list("w"), schedule_columns.list("w"))};
constexpr Statement note_run{"note_schedule_run", R"(
  INSERT INTO schedule_runs (tenant_id, user_id, kind, period, request_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING)"};

DueSchedule due_of(const postgres::Row& row) {
  auto due = due_columns.read<DueSchedule>(row);
  due.schedules = schedule_columns.read<Schedules>(row);
  return due;
}

}  // namespace

Task<Schedules> PostgresScheduleStore::find(Caller caller) {
  const auto rows = co_await database_.query(scope_of(caller), find_schedules, caller.tenant, caller.user);
  co_return rows.empty() ? Schedules{} : schedule_columns.read<Schedules>(rows.front());
}

Task<std::optional<Schedules>> PostgresScheduleStore::replace(Caller caller, Schedules wanted,
                                                              std::int64_t base, Timestamp now) {
  auto arguments = postgres::encode_all(caller.tenant, caller.user, base, now);
  chosen_columns.add(arguments, wanted);
  const auto rows = co_await database_.query(scope_of(caller), replace_schedules, std::move(arguments));
  if (rows.empty()) co_return std::nullopt;
  co_return schedule_columns.read<Schedules>(rows.front());
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
  const auto noted =
      co_await transaction.query(note_run, due.owner.tenant, due.owner.user, due.kind, due.period, id, now);
  if (noted.affected() == 0) co_return false;
  co_await insert_request(transaction, due.owner, id, std::move(spec), now, true);
  co_await transaction.commit();
  co_return true;
}

}  // namespace mrbill::content
