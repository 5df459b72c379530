// Announces void sids on the revocation channel of platform/identity.
#pragma once

#include <base/clock.hpp>
#include <identity/revocation_publisher.hpp>

#include "ports/revocation_log.hpp"
#include "ports/revocation_notices.hpp"

namespace mrbill::auth {

[[nodiscard]] inline identity::Revocation revocation_of(const RevokedSid& revoked) {
  return identity::Revocation::of_session(http::SessionId{revoked.sid}, void_until(revoked));
}

class RedisNotices final : public RevocationNotices {
 public:
  RedisNotices(identity::RevocationPublisher& publisher, const Clock& clock)
      : publisher_(publisher), clock_(clock) {}
  Task<> announce(std::vector<Uuid> sids) override;

 private:
  identity::RevocationPublisher& publisher_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
