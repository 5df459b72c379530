// The second page: what is in the report and where, what stands out, and what the report was asked for.
#pragma once

#include <vector>

#include "render/report/pdf/flow.hpp"

namespace mrbill::content::report {

struct ContentsEntry {
  std::string title;
  std::size_t page_number = 0;
  pdf::Destination to;
};

// The page is drawn last, when the others' numbers are known; its element was opened in its place.
void write_contents(Flow& flow, pdf::Ref page, pdf::Element& section,
                    const std::vector<ContentsEntry>& entries);

}  // namespace mrbill::content::report
