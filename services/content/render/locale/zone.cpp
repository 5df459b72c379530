#include "render/locale/zone.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <locales/zones.hpp>

namespace mrbill::content::locale {

LocalTime Zone::local(Timestamp time) const {
  const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  return {.year = parts.tm_year + 1900,
          .month = parts.tm_mon + 1,
          .day = parts.tm_mday,
          .hour = parts.tm_hour,
          .minute = parts.tm_min,
          .second = std::min(parts.tm_sec, 59),
          .weekday = parts.tm_wday};
}

Zone use_zone(std::string_view name) {
  Zone zone(locales::is_zone(name) ? std::string(name) : "UTC");
  ::setenv("TZ", (":" + zone.name()).c_str(), 1);
  ::tzset();
  return zone;
}

}  // namespace mrbill::content::locale
