#include "render/locale/zone.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include <locales/zones.hpp>

namespace mrbill::content::locale {
namespace {

std::tm parts_of(Timestamp time) {
  const std::time_t since = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
  std::tm parts{};
  ::localtime_r(&since, &parts);
  return parts;
}

}  // namespace

LocalTime Zone::local(Timestamp time) const {
  const auto parts = parts_of(time);
  return {.year = parts.tm_year + 1900,
          .month = parts.tm_mon + 1,
          .day = parts.tm_mday,
          .hour = parts.tm_hour,
          .minute = parts.tm_min,
          .second = std::min(parts.tm_sec, 59),
          .weekday = parts.tm_wday};
}

std::chrono::seconds Zone::offset(Timestamp time) const {
  return std::chrono::seconds(parts_of(time).tm_gmtoff);
}

LocalTime LocalTimes::of(Timestamp time) {
  using namespace std::chrono;
  const auto day = floor<days>(time);
  if (day_ != day) {
    const auto at_first = zone_.offset(day);
    const auto at_last = zone_.offset(day + days(1) - seconds(1));
    day_ = day;
    offset_ = at_first == at_last ? std::optional(at_first) : std::nullopt;
  }
  if (!offset_) return zone_.local(time);
  const auto shown = floor<seconds>(time) + *offset_;
  const auto shown_day = floor<days>(shown);
  const year_month_day date(shown_day);
  const hh_mm_ss clock(shown - shown_day);
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = static_cast<int>(clock.hours().count()),
          .minute = static_cast<int>(clock.minutes().count()),
          .second = static_cast<int>(clock.seconds().count()),
          .weekday = static_cast<int>(weekday(shown_day).c_encoding())};
}

Zone use_zone(std::string_view name) {
  Zone zone(locales::is_zone(name) ? std::string(name) : "UTC");
  ::setenv("TZ", (":" + zone.name()).c_str(), 1);
  ::tzset();
  return zone;
}

}  // namespace mrbill::content::locale
