// The cover: title, person, tenant, period, the four numbers, and a spiral that has a dot for each POC.
#pragma once

#include "render/report/pdf/flow.hpp"

namespace mrbill::content::report {

void write_cover(Flow& flow);

}  // namespace mrbill::content::report
