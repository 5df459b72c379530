// What all people of a company may have together; each person's own bounds stand in the ports.
#pragma once

#include <cstdint>

namespace mrbill::content {

struct CompanyBounds {
  std::int64_t open = 200;  // films and reports that wait or are at work
  std::int64_t bytes = std::int64_t{20} << 30;
};

}  // namespace mrbill::content
