// One page of a list: by number, or after the last key of the page before (then nobody's writing skips or
// repeats a row).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mrbill::auth {

// The key of the last row seen: what the list is sorted by, and the id that breaks ties.
struct PageKey {
  std::string sorted_by;
  std::string id;
};

struct PageRequest {
  std::int64_t page = 1;
  std::int64_t size = 20;
  std::optional<PageKey> after;
  [[nodiscard]] std::int64_t offset() const { return after ? 0 : (page - 1) * size; }
};

template <class T>
struct Page {
  std::vector<T> items;
  std::int64_t total = 0;
  std::optional<PageKey> next;  // of the last item, where more follow
};

}  // namespace mrbill::auth
