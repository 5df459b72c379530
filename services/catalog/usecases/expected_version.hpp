// The version a change is meant for (If-Match): any, or one of these.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mrbill::catalog {

struct ExpectedVersion {
  bool any = false;
  std::vector<std::int64_t> versions = {};

  [[nodiscard]] bool admits(std::int64_t version) const {
    return any || std::ranges::find(versions, version) != versions.end();
  }
};

}  // namespace mrbill::catalog
