// What has outlived its time: a port of the clean-up.
#pragma once

#include <cstdint>

#include <async/task.hpp>

namespace mrbill::catalog {

class Leftovers {
 public:
  virtual ~Leftovers() = default;
  // POCs deleted and marks taken away 30 days ago, idempotency keys of yesterday, errors and changes of
  // imports and finished jobs of last month. Removes some of them; 0 when none are left.
  [[nodiscard]] virtual Task<std::int64_t> remove_some() = 0;
};

}  // namespace mrbill::catalog
