// What the worker does for the tables themselves.
#pragma once

#include <cstdint>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

class Keeping {
 public:
  virtual ~Keeping() = default;
  // Deletes what nobody can use any more: rows by table, for the log.
  [[nodiscard]] virtual Task<std::int64_t> clear_expired(Timestamp now) = 0;
  [[nodiscard]] virtual Task<std::vector<Uuid>> unannounced_sids() = 0;
  [[nodiscard]] virtual Task<> mark_announced(std::vector<Uuid> sids, Timestamp at) = 0;
};

}  // namespace mrbill::auth
