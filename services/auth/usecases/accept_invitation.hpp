// Joins the company that invited. The invitation is bound to its address: who has an account there must be signed in as it; who
// has none gets one by choosing a name and a password, its address proven by the mail.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <base/random.hpp>

#include "ports/invitations.hpp"
#include "ports/password_hasher.hpp"

namespace mrbill::auth {

enum class AcceptInvitationError : std::uint8_t {
  invalid_token,
  sign_in_required,
  invitation_not_yours,
  already_member,
  full_name_required,
  password_required,
  password_too_short,
  password_too_long,
  password_too_common,
  too_many_requests,
};

struct Joined {
  UserId user;
  Belonging belonging;
};

class AcceptInvitation {
 public:
  struct Command {
    std::string token;
    std::optional<Caller> caller;
    std::optional<std::string> full_name;
    std::optional<std::string> password;
    std::string traceparent;
  };
  AcceptInvitation(Invitations& invitations, PasswordHasher& hasher, const Clock& clock, Random& random)
      : invitations_(invitations), hasher_(hasher), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Joined, AcceptInvitationError>> run(Command command);

 private:
  [[nodiscard]] Task<Result<InvitationOffer, AcceptInvitationError>> find(std::string token);
  [[nodiscard]] Task<Result<NewAccount, AcceptInvitationError>> new_account(Command command);
  Invitations& invitations_;
  PasswordHasher& hasher_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
