// Deletes what nobody can use any more: a port.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/clock.hpp>

namespace mrbill::auth {

class Retention {
 public:
  virtual ~Retention() = default;
  // Deletes what nobody can use any more: rows by table, for the log.
  [[nodiscard]] virtual Task<std::int64_t> clear_expired(Timestamp now) = 0;
};

}  // namespace mrbill::auth
