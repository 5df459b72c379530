// What has outlived its time: a port of the worker.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::content {

struct DueObject {
  std::string key;
  TenantId tenant;
  UserId user;
};

class Leftovers {
 public:
  virtual ~Leftovers() = default;
  // Objects whose time is over, some at once.
  [[nodiscard]] virtual Task<std::vector<DueObject>> due_objects(int max) = 0;
  // Once it is gone from the store.
  [[nodiscard]] virtual Task<> object_removed(DueObject object) = 0;
  // Rows that nobody needs any more. How many it removed; zero: there are none left.
  [[nodiscard]] virtual Task<std::int64_t> remove_rows() = 0;
};

}  // namespace mrbill::content
