// The version of a row that a change is meant for (If-Match, see http/etag.hpp): any, or one of these. Any is
// a state of its own, never a number, so that no number that a client may send means it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mrbill {

struct ExpectedVersion {
  bool any = false;
  std::vector<std::int64_t> versions = {};

  [[nodiscard]] bool admits(std::int64_t version) const {
    return any || std::ranges::find(versions, version) != versions.end();
  }
};

}  // namespace mrbill
