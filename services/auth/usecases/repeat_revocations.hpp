// Announces the void sids that nobody announced yet: those whose process died between its commit and its announcement.
#pragma once

#include <cstdint>

#include <base/clock.hpp>

#include "ports/keeping.hpp"
#include "ports/revocation_notices.hpp"

namespace mrbill::auth {

class RepeatRevocations {
 public:
  RepeatRevocations(Keeping& keeping, RevocationNotices& notices, const Clock& clock)
      : keeping_(keeping), notices_(notices), clock_(clock) {}
  [[nodiscard]] Task<std::int64_t> run();

 private:
  Keeping& keeping_;
  RevocationNotices& notices_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
