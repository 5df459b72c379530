// Local time in one IANA zone: the person's days and months.
//
//   const Zone zone = use_zone("America/Sao_Paulo");     // once, at the start: it sets the process's TZ
//   zone.local(created_at).month == 7
//
// The program serves one order, so the zone is the process's own.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <base/clock.hpp>

namespace mrbill::content::locale {

struct LocalTime {
  int year = 1970;
  int month = 1;  // 1-12
  int day = 1;    // 1-31
  int hour = 0;
  int minute = 0;
  int second = 0;
  int weekday = 0;  // 0 is Sunday
  auto operator<=>(const LocalTime&) const = default;
};

class Zone {
 public:
  [[nodiscard]] const std::string& name() const { return name_; }  // "UTC" where the asked one is not known
  [[nodiscard]] LocalTime local(Timestamp time) const;
  [[nodiscard]] std::chrono::seconds offset(Timestamp time) const;  // from UTC

 private:
  friend Zone use_zone(std::string_view name);
  explicit Zone(std::string name) : name_(std::move(name)) {}
  std::string name_;
};

[[nodiscard]] Zone use_zone(std::string_view name);

// Local times of moments that mostly lie near the one before: it asks for an offset once a day. (A clock that
// was changed twice within a day, nobody has seen.)
class LocalTimes {
 public:
  explicit LocalTimes(Zone zone) : zone_(std::move(zone)) {}
  [[nodiscard]] LocalTime of(Timestamp time);

 private:
  Zone zone_;
  std::optional<std::chrono::sys_days> day_;
  std::optional<std::chrono::seconds> offset_;  // the day's, unless it has two
};

}  // namespace mrbill::content::locale
