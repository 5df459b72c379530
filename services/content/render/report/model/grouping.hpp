// Counts by language, tag or month, and by two of them across. All three formats of a report are made
// of these.
//
//   const auto months = group(collection, ReportGrouping::month, period);
//   months.groups[2].count                     // POCs of the third month, the empty ones too
//   const auto cross = group_across(collection, months, languages, 6);
//   cross.at(2, 0)                             // of those, in the most used language
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "render/report/model/collection.hpp"

namespace mrbill::content::report {

using contract::rendering::ReportGrouping;

struct Period {
  MonthNumber first = 0;  // both in the person's zone
  MonthNumber last = 0;
};

struct Group {
  WordId word = no_word;  // no_word: POCs without one; unused for months
  MonthNumber month = 0;
  std::uint32_t count = 0;
};

struct Grouping {
  ReportGrouping kind{};
  // Languages and tags by count, then by name, those without last; months in their order.
  std::vector<Group> groups;
};

[[nodiscard]] Grouping group(const Collection& collection, ReportGrouping kind, Period period);

// Rows are the groups of one grouping, columns the largest of the other; what is beyond stands in a last row
// and column.
struct Cross {
  std::vector<std::size_t> columns;  // indices into the other's groups
  std::size_t rest = 0;              // how many groups the last column holds; 0: there is no such column
  std::size_t rest_rows = 0;         // the same for the last row
  std::size_t width = 0;             // columns and rest
  std::vector<std::uint32_t> cells;  // row by row
  // POCs in each row; a POC with two tags is in two columns, but once here; so is one of two groups in the
  // last row
  std::vector<std::uint32_t> rows;
  [[nodiscard]] std::uint32_t at(std::size_t row, std::size_t column) const {
    return cells[row * width + column];
  }
};

[[nodiscard]] Cross group_across(const Collection& collection, const Grouping& rows, const Grouping& columns,
                                 std::size_t max_columns, std::size_t max_rows = SIZE_MAX);

}  // namespace mrbill::content::report
