// The table of every POC, month by month. A row that does not fit a page goes on on the next one: nothing
// is cut.
#pragma once

#include "render/program/lines.hpp"
#include "render/report/pdf/sections.hpp"

namespace mrbill::content::report {

void write_poc_table(Flow& flow, std::vector<ContentsEntry>& entries, Lines& lines);

}  // namespace mrbill::content::report
