// The sheet of every POC: a real table with filters, frozen head, fitted widths, links, real dates.
#pragma once

#include "render/program/lines.hpp"
#include "render/report/excel/workbook.hpp"

namespace mrbill::content::report {

void write_pocs(Workbook& book, lxw_worksheet* sheet, const ReportModel& model, Lines& lines);

// The column whose cells hold "|tag|tag|": what a formula can count tags in.
inline constexpr std::string_view tag_key_column = "TagKey";

}  // namespace mrbill::content::report
