// Invites an address to the caller's company, by a mailed link.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <base/random.hpp>

#include "domain/link_token.hpp"
#include "domain/throttle_rules.hpp"
#include "ports/creations.hpp"
#include "ports/invitations.hpp"
#include "ports/throttle.hpp"

namespace mrbill::auth {

struct CreateInvitationError {
  enum class Code : std::uint8_t {
    invalid_email,
    not_permitted,
    already_member,
    already_invited,
    idempotency_key_in_use,
    idempotency_key_reused,
    too_many_requests,
  };
  Code code;
  std::chrono::milliseconds wait{0};
};

class CreateInvitation {
 public:
  struct Command {
    Caller caller;
    std::string email;
    Role role = Role::user;
    std::optional<IdempotencyKey> key;
  };
  CreateInvitation(Invitations& invitations, Creations& creations, Throttle& throttle,
                   const ThrottleRules& rules, const LinkTokens& link_tokens, const Clock& clock,
                   Random& random)
      : invitations_(invitations),
        creations_(creations),
        throttle_(throttle),
        rules_(rules),
        link_tokens_(link_tokens),
        clock_(clock),
        random_(random) {}
  // What the first request with the key made, if it is a known one.
  [[nodiscard]] Task<Result<Invitation, CreateInvitationError>> operator()(Command command);

 private:
  [[nodiscard]] Task<Result<Invitation, CreateInvitationError>> create(Command command, EmailAddress email);
  Invitations& invitations_;
  Creations& creations_;
  Throttle& throttle_;
  const ThrottleRules& rules_;
  const LinkTokens& link_tokens_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
