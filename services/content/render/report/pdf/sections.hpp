// The sections of a printed report: one for each grouping and each pair of them.
#pragma once

#include "render/report/pdf/contents.hpp"
#include "render/report/pdf/flow.hpp"

namespace mrbill::content::report {

// Each begins a page, an outline entry and an entry of the contents.
void write_groupings(Flow& flow, std::vector<ContentsEntry>& entries);
// The head of a section: its number, title and note. The section stays open.
[[nodiscard]] pdf::Element begin_section(Flow& flow, std::vector<ContentsEntry>& entries,
                                         const std::string& title, std::string_view note);

}  // namespace mrbill::content::report
