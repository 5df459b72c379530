// report.pdf: cover, contents, a section for each grouping, every POC.
#pragma once

#include <filesystem>

#include "render/program/lines.hpp"
#include "render/report/model/report_model.hpp"

namespace mrbill::content::report {

[[nodiscard]] contract::rendering::ReportResult make_pdf(const ReportModel& model,
                                                         const std::filesystem::path& out, Lines& lines);

}  // namespace mrbill::content::report
