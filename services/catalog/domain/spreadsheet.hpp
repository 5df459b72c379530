// What spreadsheets do by the country of who sits before them: dates and times without a zone, in the order
// of the country, and semicolons between cells where the comma is a decimal point.
//
//   read_spreadsheet_time("31/03/2025 14:05", DateOrder::day_first)
//   read_spreadsheet_time("3/31/2025 2:05 PM", DateOrder::month_first)
//   read_spreadsheet_time("2025-03-31 14:05:00", either)
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mrbill::catalog {

enum class DateOrder : std::uint8_t { day_first, month_first };

using LocalTime = std::chrono::local_time<std::chrono::microseconds>;

// Nothing for what is no such time. Four digits of a year; where one of the two other numbers cannot be a
// month, it is the day.
[[nodiscard]] std::optional<LocalTime> read_spreadsheet_time(std::string_view text, DateOrder order);

// The order that people with this locale (BCP 47) read.
[[nodiscard]] DateOrder date_order_of(std::string_view locale);
// What divides the cells of a CSV file that opens in their spreadsheet by a double click.
[[nodiscard]] char separator_for(std::string_view locale);

}  // namespace mrbill::catalog
