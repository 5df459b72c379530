// Deletes the rows that nobody can use any more.
#pragma once

#include <cstdint>

#include <base/clock.hpp>

#include "ports/keeping.hpp"

namespace mrbill::auth {

class ClearExpired {
 public:
  ClearExpired(Keeping& keeping, const Clock& clock) : keeping_(keeping), clock_(clock) {}
  [[nodiscard]] Task<std::int64_t> operator()() { return keeping_.clear_expired(clock_.now()); }

 private:
  Keeping& keeping_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
