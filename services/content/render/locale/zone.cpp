#include "render/locale/zone.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace mrbill::content::locale {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";

// A name of the zone database, never a path out of it or a rule of POSIX.
bool is_known(std::string_view name) {
  if (name.empty() || name.size() > 64 || name.starts_with('/') ||
      name.find_first_not_of(letters) != std::string_view::npos)
    return false;
  std::error_code failure;
  return std::filesystem::is_regular_file(std::filesystem::path("/usr/share/zoneinfo") / name, failure);
}

}  // namespace

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
  Zone zone(is_known(name) ? std::string(name) : "UTC");
  ::setenv("TZ", (":" + zone.name()).c_str(), 1);
  ::tzset();
  return zone;
}

}  // namespace mrbill::content::locale
