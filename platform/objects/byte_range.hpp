// A range against a size: what is really sent.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include <base/result.hpp>
#include <objects/object_store.hpp>

namespace mrbill::objects {

struct Slice {
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

[[nodiscard]] inline Result<Slice, StoreError> slice_of(std::optional<ByteRange> range, std::uint64_t size) {
  if (!range) return Slice{0, size};
  auto last = std::min(range->last.value_or(size), size == 0 ? 0 : size - 1);
  if (range->first >= size || range->last.value_or(range->first) < range->first)
    return fail(StoreError::range_not_satisfiable);
  return Slice{range->first, last - range->first + 1};
}

}  // namespace mrbill::objects
