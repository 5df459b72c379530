// The first sheet: whose report it is, the four numbers, what stands out, the charts of the groupings.
#pragma once

#include "render/report/excel/workbook.hpp"

namespace mrbill::content::report {

void write_summary(Workbook& book, lxw_worksheet* sheet, const ReportModel& model);
void insert_summary_charts(Workbook& book, lxw_worksheet* sheet, const ReportModel& model);

}  // namespace mrbill::content::report
