// A sheet for a grouping, or for two across: counts by live formulas, shares, data bars, a native chart
// over them.
#pragma once

#include "render/report/excel/formulas.hpp"
#include "render/report/excel/workbook.hpp"

namespace mrbill::content::report {

void write_grouping(Workbook& book, const ReportModel& model, const Grouping& grouping,
                    FormulaBudget& budget);
void write_cross(Workbook& book, const ReportModel& model, const Grouping& rows, const Grouping& columns,
                 FormulaBudget& budget);

// A bar or column chart of the sheet's first groups.
[[nodiscard]] lxw_chart* grouping_chart(Workbook& book, const ReportModel& model, const Grouping& grouping,
                                        const std::string& sheet);

}  // namespace mrbill::content::report
