// What the worker does for the tables themselves.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/clock.hpp>

namespace mrbill::auth {

class Keeping {
 public:
  virtual ~Keeping() = default;
  // Deletes what nobody can use any more: rows by table, for the log.
  [[nodiscard]] virtual Task<std::int64_t> clear_expired(Timestamp now) = 0;
};

}  // namespace mrbill::auth
