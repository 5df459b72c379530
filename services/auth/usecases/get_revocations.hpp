// What was revoked within the life of an access token: the snapshot for who missed the announcements.
#pragma once

#include <vector>

#include "domain/key_schedule.hpp"
#include "ports/revocation_log.hpp"

namespace mrbill::auth {

class GetRevocations {
 public:
  GetRevocations(RevocationLog& log, const Clock& clock) : log_(log), clock_(clock) {}
  [[nodiscard]] Task<std::vector<RevokedSid>> run() {
    return log_.since(clock_.now() - access_token_life - slack);
  }

 private:
  static constexpr std::chrono::minutes slack{2};
  RevocationLog& log_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
