// Sign-in. An unknown person and a wrong password cost and answer the same; everything that tells more comes
// after the password.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <base/random.hpp>

#include "domain/throttle_rules.hpp"
#include "ports/access_tokens.hpp"
#include "ports/accounts.hpp"
#include "ports/memberships.hpp"
#include "ports/password_hasher.hpp"
#include "ports/sessions.hpp"
#include "ports/throttle.hpp"
#include "usecases/signed_in.hpp"

namespace mrbill::auth {

struct LogInError {
  enum class Code : std::uint8_t {
    invalid_credentials,
    account_locked,
    verification_required,
    tenant_required,
    too_many_requests,
  };
  Code code;
  std::chrono::milliseconds wait{0};
  std::vector<Membership> choices;  // of tenant_required
};

class LogIn {
 public:
  struct Ports {
    Accounts& accounts;
    Memberships& memberships;
    Sessions& sessions;
    PasswordHasher& hasher;
    Throttle& throttle;
    AccessTokens& access_tokens;
  };
  struct Rules {
    const ThrottleRules& throttle;
    const RefreshTokens& refresh_tokens;
    const KeyMaterial& networks;
  };
  struct Command {
    std::string email;
    std::string password;
    std::optional<TenantId> tenant;
    Transport transport = Transport::body;
    std::string network;
    std::optional<Device> device = {};
  };

  LogIn(Ports ports, Rules rules, const Clock& clock, Random& random)
      : ports_(ports), rules_(rules), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<SignedIn, LogInError>> operator()(Command command);
  // The account whose password it is, throttled; for whatever else takes a password in place of a session.
  [[nodiscard]] Task<Result<Login, LogInError>> check_password(Command command, EmailAddress email);

 private:
  // Nothing for who belongs to none.
  [[nodiscard]] Task<Result<std::optional<TenantId>, LogInError>> choose_tenant(
      UserId user, std::optional<TenantId> wanted);
  [[nodiscard]] Task<Result<SignedIn, LogInError>> open_session(Command command, Login login,
                                                                std::optional<TenantId> tenant,
                                                                Timestamp asked_at);

  Ports ports_;
  Rules rules_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
