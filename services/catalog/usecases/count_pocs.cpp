#include "usecases/count_pocs.hpp"

#include <chrono>

#include "usecases/moment.hpp"

namespace mrbill::catalog {
namespace {

constexpr Timestamp earliest = std::chrono::sys_days(std::chrono::year{1970} / 1 / 1);
constexpr Timestamp end_of_years = std::chrono::sys_days(std::chrono::year{2200} / 1 / 1);

Timestamp a_year_before(Timestamp time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  auto date = std::chrono::year_month_day(day) - std::chrono::years(1);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return std::chrono::sys_days(date) + (time - day);
}

FieldErrors invalid(std::string parameter, std::string code, std::string detail) {
  return {{"query:" + std::move(parameter), std::move(code), std::move(detail)}};
}

}  // namespace

Task<Result<SpanStats, FieldErrors>> CountPocs::operator()(StatsRequest request) {
  const auto now = millisecond_now(clock_);
  const auto before = request.before.value_or(now);
  const auto from = request.from.value_or(a_year_before(before));
  if (from >= before) co_return fail(invalid("after", "range", "must be earlier than `before`"));
  if (request.from && *request.from < earliest)
    co_return fail(invalid("after", "range", "must be from 1970 to 2199"));
  if (before >= end_of_years) co_return fail(invalid("before", "range", "must be from 1970 to 2199"));
  StatsQuery query{.caller = request.caller,
                   .scope = request.scope,
                   .from = from,
                   .before = before,
                   .to_the_present = before >= now,
                   .time_zone = request.time_zone.value_or("UTC")};
  auto stats = co_await insights_.stats(std::move(query));
  if (!stats) co_return fail(invalid("timeZone", "format", "must be a time zone of the IANA data base"));
  co_return SpanStats{from, before, *std::move(stats)};
}

}  // namespace mrbill::catalog
