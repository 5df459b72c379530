// What was revoked of late: what every process follows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

enum class RevokedOf : std::uint8_t { session, user, membership };

// Tokens of this session, person or membership that were made from a version of it below this one are void.
struct Revoked {
  RevokedOf of = RevokedOf::session;
  Uuid subject;  // the sid, or the person
  Uuid tenant;   // of a membership, else nil
  std::int64_t below = 0;
  Timestamp at;
};

// What was written since a cursor, and where the next question begins. Not complete: there is more.
struct RevocationPage {
  std::vector<Revoked> revoked;
  std::string cursor;
  bool complete = true;
};

class RevocationLog {
 public:
  virtual ~RevocationLog() = default;
  // Without a cursor ("") all that still matters. What is in one answer may be in the next again.
  [[nodiscard]] virtual Task<RevocationPage> since(std::string cursor) = 0;
};

}  // namespace mrbill::auth
