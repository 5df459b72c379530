// report.xlsx: a summary with live formulas and native charts, a sheet for each grouping, every POC in a
// real table.
#pragma once

#include <filesystem>

#include "render/program/lines.hpp"
#include "render/report/model/report_model.hpp"

namespace mrbill::content::report {

[[nodiscard]] contract::rendering::ReportResult make_excel(const ReportModel& model,
                                                           const std::filesystem::path& out, Lines& lines);

}  // namespace mrbill::content::report
