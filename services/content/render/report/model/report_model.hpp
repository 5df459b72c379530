// What a report says, before any format writes it: who, when, the four numbers, the groupings, the rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/locale/locale.hpp"
#include "render/report/model/collection.hpp"
#include "render/report/model/grouping.hpp"

namespace mrbill::content::report {

using contract::rendering::Locale;
using contract::rendering::ReportOrder;

// The period in four numbers.
struct FourNumbers {
  std::uint32_t pocs = 0;
  std::uint32_t languages = 0;
  std::uint32_t tags = 0;
  std::uint32_t active_days = 0;  // on which a POC was created
  bool operator==(const FourNumbers&) const = default;
};

// What stands out; absent where there is no POC (or no language, no tag), and where several are as many: a
// tie is no victory.
struct Highlights {
  std::optional<Group> busiest_month;
  std::optional<Group> first_language;
  std::optional<Group> first_tag;
  std::optional<std::int32_t> busiest_day;  // days since 1970
  std::uint32_t pocs_on_busiest_day = 0;
  std::uint32_t longest_streak = 0;  // days in a row with a POC
  std::uint32_t with_framework = 0;
  std::uint32_t is_public = 0;
  std::uint32_t is_favorite = 0;
};

struct ReportModel {
  ReportOrder order;  // without its POCs
  Collection collection;
  Period period;
  FourNumbers numbers;
  Highlights highlights;
  std::vector<Grouping> groupings;  // as asked for, each once

  [[nodiscard]] Locale locale() const { return order.person.locale; }
};

// Two groupings to be seen across each other. Months are the rows: time runs in one direction everywhere.
struct Pair {
  const Grouping& rows;
  const Grouping& columns;
};
[[nodiscard]] std::vector<Pair> pairs(const ReportModel& model);

[[nodiscard]] ReportModel make_model(ReportOrder order, Collection collection);

// The period's first and last moment where the person lives: an end at midnight belongs to the day before.
[[nodiscard]] locale::LocalTime first_day(const ReportOrder& order, const locale::Zone& zone);
[[nodiscard]] locale::LocalTime last_day(const ReportOrder& order, const locale::Zone& zone);

}  // namespace mrbill::content::report
