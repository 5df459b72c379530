#include "render/video/scenes/calendar.hpp"

#include <algorithm>
#include <cmath>

namespace mrbill::content::video {
namespace {

double heat_of(int count, int most) {
  return count == 0 || most == 0 ? 0 : 0.3 + 0.7 * std::sqrt(static_cast<double>(count) / most);
}

CalendarGrid months(const Manifest& facts) {
  CalendarGrid grid;
  grid.of_months = true;
  grid.columns = 12;
  int first = facts.months.front().year;
  grid.rows = facts.months.back().year - first + 1;
  for (std::size_t i = 0; i < facts.months.size(); ++i) {
    const auto& month = facts.months[i];
    grid.cells.push_back({month.month - 1, month.year - first, month.count,
                          heat_of(month.count, facts.busiest_month.count),
                          static_cast<double>(i) / static_cast<double>(facts.months.size())});
  }
  for (int row = 0; row < grid.rows; ++row) grid.labels.push_back({row, std::to_string(first + row)});
  return grid;
}

}  // namespace

CalendarGrid calendar_of(const Manifest& facts, Flow flow) {
  if (facts.days.empty()) return months(facts);
  CalendarGrid grid;
  int start = date_of(facts.first_day).weekday;
  int weeks = (start + static_cast<int>(facts.days.size()) + 6) / 7;
  for (std::size_t i = 0; i < facts.days.size(); ++i) {
    int place = start + static_cast<int>(i), week = place / 7, weekday = place % 7;
    double order = static_cast<double>(i) / static_cast<double>(facts.days.size());
    CalendarCell cell{week, weekday, facts.days[i], heat_of(facts.days[i], facts.busiest_day.count), order};
    if (flow == Flow::down) std::swap(cell.column, cell.row);
    grid.cells.push_back(cell);
    auto date = date_of(facts.first_day + static_cast<Day>(i));
    if (date.day == 1 || (i == 0 && date.day < 20))
      grid.labels.push_back({week, std::string(locale::short_month(facts.locale, date.month))});
  }
  grid.columns = flow == Flow::across ? weeks : 7;
  grid.rows = flow == Flow::across ? 7 : weeks;
  return grid;
}

}  // namespace mrbill::content::video
