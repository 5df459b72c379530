// What was revoked of late: the truth behind the snapshot that other services ask for.
#pragma once

#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

struct RevokedSid {
  Uuid sid;
  Timestamp at;
};

// Which tokens with the sid are void: those issued until then. A sid is never used again, so this reaches beyond all of them,
// whatever the order of clocks and commits.
[[nodiscard]] inline Timestamp void_until(const RevokedSid& revoked) {
  return revoked.at + std::chrono::minutes{1};
}

class RevocationLog {
 public:
  virtual ~RevocationLog() = default;
  [[nodiscard]] virtual Task<std::vector<RevokedSid>> since(Timestamp moment) = 0;
};

}  // namespace mrbill::auth
