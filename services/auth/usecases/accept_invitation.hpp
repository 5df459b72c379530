// Joins the company that invited. The invitation is bound to its address: who has an account there is signed
// in as it or gives its password; who has none gets one by choosing a name and a password. The mail came
// through, so the address is proven.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <base/random.hpp>

#include "ports/invitations.hpp"
#include "ports/password_hasher.hpp"
#include "usecases/log_in.hpp"

namespace mrbill::auth {

struct AcceptInvitationError {
  enum class Code : std::uint8_t {
    invalid_token,
    sign_in_required,
    invalid_credentials,
    account_locked,
    invitation_not_yours,
    already_member,
    full_name_required,
    password_required,
    password_too_short,
    password_too_long,
    password_too_common,
    too_many_requests,
  };
  Code code;
  std::chrono::milliseconds wait{0};
};

struct Joined {
  UserId user;
  Membership membership;
  std::optional<Device> device =
      {};  // of who proved to be the person by the mail: known from now on, like the network
};

class AcceptInvitation {
 public:
  struct Command {
    std::string token;
    std::optional<Caller> caller;
    std::optional<std::string> full_name;
    std::optional<std::string> password;
    Preferences preferences;  // of a new account
    std::string network;
    std::optional<Device> device = {};
    std::string traceparent;
  };
  AcceptInvitation(Invitations& invitations, LogIn& log_in, PasswordHasher& hasher,
                   const KeyMaterial& networks, const Clock& clock, Random& random)
      : invitations_(invitations),
        log_in_(log_in),
        hasher_(hasher),
        networks_(networks),
        clock_(clock),
        random_(random) {}
  [[nodiscard]] Task<Result<Joined, AcceptInvitationError>> operator()(Command command);

 private:
  [[nodiscard]] Task<Result<InvitationOffer, AcceptInvitationError>> find(std::string token);
  // Whether whoever asks is the person with the invited address.
  [[nodiscard]] Task<Result<void, AcceptInvitationError>> prove(Command command, InvitationOffer offer);
  [[nodiscard]] Task<Result<NewAccount, AcceptInvitationError>> new_account(Command command);
  [[nodiscard]] Device device_after(const std::optional<Device>& before, UserId user);
  Invitations& invitations_;
  LogIn& log_in_;
  PasswordHasher& hasher_;
  const KeyMaterial& networks_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
