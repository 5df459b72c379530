// Sign-up: a person, the company they found, and the mail that verifies their address, in one transaction.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <base/random.hpp>

#include "domain/throttle_rules.hpp"
#include "ports/accounts.hpp"
#include "ports/creations.hpp"
#include "ports/password_hasher.hpp"
#include "ports/throttle.hpp"

namespace mrbill::auth {

struct CreateUserError {
  enum class Code : std::uint8_t {
    invalid_email,
    password_too_short,
    password_too_long,
    password_too_common,
    email_taken,
    idempotency_key_in_use,
    idempotency_key_reused,
    too_many_requests,
  };
  Code code;
  std::chrono::milliseconds wait{0};
};

struct CreatedUser {
  UserId user;
  TenantId tenant;
  std::string email;
  std::string full_name;
  std::string company_name;
  Preferences preferences;
  Timestamp created_at;
};

class CreateUser {
 public:
  struct Command {
    std::string email;
    std::string password;
    std::string full_name;
    std::string company_name;
    Preferences preferences;
    std::string network;
    std::optional<Device> device = {};
    std::optional<IdempotencyKey> key;
    std::string traceparent;
  };

  CreateUser(Accounts& accounts, Creations& creations, PasswordHasher& hasher, Throttle& throttle,
             const ThrottleRules& rules, const Clock& clock, Random& random)
      : accounts_(accounts),
        creations_(creations),
        hasher_(hasher),
        throttle_(throttle),
        rules_(rules),
        clock_(clock),
        random_(random) {}

  // What the first request with the key made, if it is a known one.
  [[nodiscard]] Task<Result<CreatedUser, CreateUserError>> operator()(Command command);

 private:
  [[nodiscard]] Task<Result<CreatedUser, CreateUserError>> create(Command command, EmailAddress email,
                                                                  Password password);
  [[nodiscard]] Task<std::chrono::milliseconds> wait(Visitor visitor);

  Accounts& accounts_;
  Creations& creations_;
  PasswordHasher& hasher_;
  Throttle& throttle_;
  const ThrottleRules& rules_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
