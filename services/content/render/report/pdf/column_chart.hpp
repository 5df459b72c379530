// Columns by month, plain or stacked.
#pragma once

#include "render/report/pdf/flow.hpp"

namespace mrbill::content::report {

void draw_months(Flow& flow, const Grouping& months);
void draw_stacked_months(Flow& flow, const Grouping& months, const Grouping& parts, const Cross& cross);

}  // namespace mrbill::content::report
