// Invites an address to the caller's company, by a mailed link.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <base/random.hpp>

#include "domain/link_token.hpp"
#include "domain/throttle_rules.hpp"
#include "ports/answers.hpp"
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

inline constexpr std::chrono::days invitation_life{7};

class CreateInvitation {
 public:
  struct Command {
    Caller caller;
    std::string email;
    Role role = Role::user;
    std::optional<AnswerKey> answer_key;
    std::function<std::string(const Invitation&)> print;
  };
  CreateInvitation(Invitations& invitations, Answers& answers, Throttle& throttle, const ThrottleRules& rules,
                   const LinkTokens& link_tokens, const Clock& clock, Random& random)
      : invitations_(invitations),
        answers_(answers),
        throttle_(throttle),
        rules_(rules),
        link_tokens_(link_tokens),
        clock_(clock),
        random_(random) {}
  // The printed answer, the first one's when the key is a known one.
  [[nodiscard]] Task<Result<std::string, CreateInvitationError>> operator()(Command command);

 private:
  [[nodiscard]] Task<Result<std::string, CreateInvitationError>> create(Command command, EmailAddress email);
  Invitations& invitations_;
  Answers& answers_;
  Throttle& throttle_;
  const ThrottleRules& rules_;
  const LinkTokens& link_tokens_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
