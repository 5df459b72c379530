#include "render/locale/locale.hpp"

#include <gtest/gtest.h>

namespace mrbill::content::locale {
namespace {

constexpr auto pt = Locale::pt_br;
constexpr auto en = Locale::en;

TEST(Locale, groups_thousands_and_writes_decimals_as_the_language_does) {
  EXPECT_EQ(number(pt, 1234567), "1.234.567");
  EXPECT_EQ(number(en, 1234567), "1,234,567");
  EXPECT_EQ(number(en, -999), "-999");
  EXPECT_EQ(number(en, -1000), "-1,000");
  EXPECT_EQ(decimal(pt, 1234.56, 1), "1.234,6");
  EXPECT_EQ(decimal(en, -0.25, 2), "-0.25");
  EXPECT_EQ(percent(pt, 0.421), "42%");
  EXPECT_EQ(percent(pt, 1.0 / 3), "33%");
  EXPECT_EQ(percent(en, 0.001), "<1%");
}

TEST(Locale, writes_days_as_the_language_does) {
  const LocalTime day{.year = 2025, .month = 3, .day = 1, .hour = 9, .minute = 5};
  EXPECT_EQ(date(pt, day), "1º de março de 2025");
  EXPECT_EQ(date(en, day), "March 1, 2025");
  EXPECT_EQ(short_date(pt, day), "01/03/2025");
  EXPECT_EQ(date_and_time(en, day), "Mar 1, 2025 09:05");
  EXPECT_EQ(month_of(pt, 2025, 12), "dezembro de 2025");
}

TEST(Zone, counts_days_where_the_person_lives) {
  const auto midnight = *from_rfc3339("2025-01-01T01:30:00Z");
  const auto there = use_zone("America/Sao_Paulo").local(midnight);
  EXPECT_EQ(there.year, 2024);
  EXPECT_EQ(there.month, 12);
  EXPECT_EQ(there.day, 31);
  EXPECT_EQ(there.hour, 22);
  EXPECT_EQ(there.weekday, 2);
}

TEST(Zone, takes_utc_and_says_so_where_it_does_not_know_the_zone) {
  for (const auto* name :
       {"", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "EST5EDT,M3.2.0", "America"}) {
    const auto zone = use_zone(name);
    EXPECT_EQ(zone.name(), "UTC") << name;
    EXPECT_EQ(zone.local(*from_rfc3339("2025-07-01T12:00:00Z")).hour, 12) << name;
  }
}

TEST(Zone, holds_for_the_first_and_the_last_year) {
  const auto zone = use_zone("UTC");
  LocalTimes times(zone);
  for (const auto* moment : {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    EXPECT_EQ(times.of(*from_rfc3339(moment)), zone.local(*from_rfc3339(moment)));
  EXPECT_EQ(zone.local(*from_rfc3339("0001-01-01T00:00:00Z")).year, 1);
  EXPECT_EQ(zone.local(*from_rfc3339("9999-12-31T23:59:59Z")).year, 9999);
}

TEST(LocalTimes, are_the_zones_own_at_every_hour_of_a_century_and_a_half) {
  using namespace std::chrono;
  for (const auto* name : {"America/Sao_Paulo", "Europe/Berlin", "Africa/Freetown", "Asia/Kathmandu",
                           "Pacific/Apia", "Australia/Lord_Howe", "America/New_York", "Asia/Gaza", "UTC"}) {
    const auto zone = use_zone(name);
    LocalTimes times(zone);
    const Timestamp last = sys_days(2050y / January / 1);
    for (Timestamp time = sys_days(1880y / January / 1); time < last;
         time += hours(7) + microseconds(999'999))
      ASSERT_EQ(times.of(time), zone.local(time)) << name << ' ' << to_rfc3339(time);
  }
}

TEST(LocalTimes, are_right_on_the_day_on_which_clocks_are_changed_and_in_any_order) {
  using namespace std::chrono;
  const auto zone = use_zone("America/New_York");
  LocalTimes times(zone);
  const Timestamp changed = sys_days(2025y / March / 9) + hours(7);
  for (const auto minutes_after : {-1, 0, 1, -600, 5'000, -5'000, 900, -1, 0}) {
    const auto time = changed + minutes(minutes_after);
    EXPECT_EQ(times.of(time), zone.local(time)) << minutes_after;
  }
}

}  // namespace
}  // namespace mrbill::content::locale
