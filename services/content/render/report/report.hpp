// A report of a collection of POCs: report.pdf, report.xlsx or report.csv.
#pragma once

#include "render/program/call.hpp"

namespace mrbill::content::report {

// Fails with order_invalid, order_too_large.
[[nodiscard]] Result<std::string, RenderFailure> render_report(const Call& call, Lines& lines);

}  // namespace mrbill::content::report
