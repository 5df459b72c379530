#include "domain/spreadsheet.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;
constexpr auto day_first = DateOrder::day_first;
constexpr auto month_first = DateOrder::month_first;

const LocalTime day = std::chrono::local_days(std::chrono::year(2025) / 3 / 31);

}  // namespace

TEST(SpreadsheetTime, is_read_as_the_country_writes_it) {
  for (const auto* text :
       {"31/03/2025", "31/3/2025", "2025-03-31", " 31-03-2025 ", "31.03.2025", "2025/03/31"})
    EXPECT_EQ(read_spreadsheet_time(text, day_first), day) << text;
  for (const auto* text : {"31/03/2025 14:05", "2025-03-31 14:05:00", "2025-03-31T14:05:00",
                           "3/31/2025 2:05 PM", "31/03/2025 14:05:00.000"})
    EXPECT_EQ(read_spreadsheet_time(text, day_first), day + 14h + 5min) << text;
  EXPECT_EQ(read_spreadsheet_time("3/31/2025 12:05:07 am", month_first), day + 5min + 7s);
}

TEST(SpreadsheetTime, has_the_day_before_the_month_or_behind_it_by_the_reader) {
  EXPECT_EQ(read_spreadsheet_time("04/03/2025", day_first),
            std::chrono::local_days(std::chrono::year(2025) / 3 / 4));
  EXPECT_EQ(read_spreadsheet_time("04/03/2025", month_first),
            std::chrono::local_days(std::chrono::year(2025) / 4 / 3));
  EXPECT_EQ(read_spreadsheet_time("31/03/2025", month_first), day) << "there is no other reading";
}

TEST(SpreadsheetTime, is_nothing_else) {
  for (const auto* text : {"", "tomorrow", "31/02/2025", "31/03/25", "2025-13-01", "2025-03-31T14:05:00Z",
                           "31/03/2025 25:00", "31/03/2025 14", "31/03/2025 13:00 PM",
                           "2025-03-31 14:05:00-03:00", "1.5", "45747,5", "31/03/2025 14:05 x"})
    EXPECT_EQ(read_spreadsheet_time(text, day_first), std::nullopt) << text;
}

TEST(SpreadsheetLocale, decides_the_order_of_dates_and_what_divides_cells) {
  EXPECT_EQ(date_order_of("pt-BR"), day_first);
  EXPECT_EQ(date_order_of("en-GB"), day_first);
  EXPECT_EQ(date_order_of("en-US"), month_first);
  EXPECT_EQ(separator_for("pt-BR"), ';');
  EXPECT_EQ(separator_for("en"), ',');
  EXPECT_EQ(separator_for(""), ',');
}

}  // namespace mrbill::catalog
