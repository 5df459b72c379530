// Local time in one IANA zone: the person's days and months.
//
//   const Zone zone = use_zone("America/Sao_Paulo");     // once, at the start: it sets the process's TZ
//   zone.local(created_at).month == 7
//
// The program serves one order, so the zone is the process's own.
#pragma once

#include <string>
#include <string_view>

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

 private:
  friend Zone use_zone(std::string_view name);
  explicit Zone(std::string name) : name_(std::move(name)) {}
  std::string name_;
};

[[nodiscard]] Zone use_zone(std::string_view name);

}  // namespace mrbill::content::locale
