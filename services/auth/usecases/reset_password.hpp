// Sets a new password by the token of a mail. Every session ends; a lock is lifted; whoever reads the
// person's mail is the person, so their address is proven, this network and device are known and their own
// failures are forgotten.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <base/random.hpp>

#include "domain/throttle_rules.hpp"
#include "ports/accounts.hpp"
#include "ports/email_links.hpp"
#include "ports/password_hasher.hpp"
#include "ports/throttle.hpp"

namespace mrbill::auth {

enum class ResetPasswordError : std::uint8_t {
  invalid_token,
  password_too_short,
  password_too_long,
  password_too_common,
  too_many_requests
};

class ResetPassword {
 public:
  struct Ports {
    EmailLinks& links;
    Accounts& accounts;
    PasswordHasher& hasher;
    Throttle& throttle;
  };
  struct Command {
    std::string token;
    std::string password;
    std::string network;
  };
  ResetPassword(Ports ports, const ThrottleRules& rules, const KeyMaterial& networks, const Clock& clock,
                Random& random)
      : ports_(ports), rules_(rules), networks_(networks), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Device, ResetPasswordError>> operator()(Command command);

 private:
  [[nodiscard]] Task<> forget_failures(UserId user, std::string network);
  Ports ports_;
  const ThrottleRules& rules_;
  const KeyMaterial& networks_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
