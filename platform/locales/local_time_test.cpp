#include <gtest/gtest.h>

#include <locales/local_time.hpp>

namespace mrbill::locales {
namespace {

using namespace std::chrono_literals;

LocalTime at(int year, unsigned month, unsigned day, std::chrono::minutes time) {
  return std::chrono::local_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day)) +
         time;
}

TEST(LocalTime, is_a_moment_by_the_zone_of_its_clock) {
  EXPECT_EQ(moment_of(at(2025, 3, 31, 14h + 5min), "America/Sao_Paulo"),
            from_rfc3339("2025-03-31T17:05:00Z"));
  EXPECT_EQ(moment_of(at(2018, 12, 1, 9h), "America/Sao_Paulo"), from_rfc3339("2018-12-01T11:00:00Z"))
      << "summer time";
  EXPECT_EQ(moment_of(at(2025, 7, 1, 9h), "UTC"), from_rfc3339("2025-07-01T09:00:00Z"));
}

TEST(LocalTime, of_an_hour_that_came_twice_is_the_first_and_of_one_left_out_the_turn) {
  EXPECT_EQ(moment_of(at(2024, 11, 3, 1h + 30min), "America/New_York"), from_rfc3339("2024-11-03T05:30:00Z"));
  EXPECT_EQ(moment_of(at(2024, 3, 10, 2h + 30min), "America/New_York"), from_rfc3339("2024-03-10T07:00:00Z"));
}

TEST(LocalTime, is_none_in_a_zone_that_is_none) {
  for (const auto* zone : {"", "Mars/Olympus", "BRT", "UTC+3", "../../etc/passwd", "America"})
    EXPECT_EQ(moment_of(at(2025, 1, 1, 0min), zone), std::nullopt) << zone;
}

}  // namespace
}  // namespace mrbill::locales
