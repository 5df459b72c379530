// Vector charts: from zero, labelled directly, readable in grey. Each is a Figure whose alternative text
// tells its main fact; the table behind it holds every value.
#pragma once

#include "render/report/pdf/flow.hpp"

namespace mrbill::content::report {

void draw_grouping(Flow& flow, pdf::Element& parent, const Grouping& grouping);
void draw_cross(Flow& flow, pdf::Element& parent, const Grouping& rows, const Grouping& columns,
                const Cross& cross);

// The colour of a group in every chart.
[[nodiscard]] pdf::Colour group_colour(const ReportModel& model, const Grouping& grouping, std::size_t group,
                                       std::size_t of);

}  // namespace mrbill::content::report
