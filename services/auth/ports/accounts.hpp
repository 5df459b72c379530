// People's accounts as the use cases need them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/encoding.hpp>
#include <base/expected_version.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

// A network as it is remembered: its HMAC.
using NetworkMark = Sha256;

// A person and the company they found. One transaction: both rows, the membership as OWNER, the mail that
// verifies the address, the events and the row of the key.
struct SignUp {
  UserId user;
  TenantId tenant;
  EmailAddress email;
  std::string password_hash;
  std::string full_name;
  std::string company_name;
  Preferences preferences;
  Timestamp at;
  LinkId mail;
  std::optional<IdempotencyKey> key;
  std::string traceparent;
};
enum class SignUpRefusal : std::uint8_t { email_taken, idempotency_key_in_use, idempotency_key_reused };

// What a password is checked against.
struct Login {
  UserId user;
  std::string password_hash;
  bool locked = false;
  bool verified = false;
  bool known_network = false;
  Timestamp password_changed_at;
};

// In place of the version last seen: whatever it is now.
inline const ExpectedVersion any_version{.any = true};

enum class UpdateRefusal : std::uint8_t { not_found, stale };

class Accounts {
 public:
  virtual ~Accounts() = default;
  // With a key that was used before, the earlier creation: of the person.
  [[nodiscard]] virtual Task<Result<Created, SignUpRefusal>> add(SignUp sign_up) = 0;
  [[nodiscard]] virtual Task<std::optional<Login>> find_login(EmailAddress email, NetworkMark network) = 0;
  [[nodiscard]] virtual Task<std::optional<Person>> find(UserId user) = 0;
  // The version is one that the caller saw; person.changed goes to every company of the person.
  [[nodiscard]] virtual Task<Result<Person, UpdateRefusal>> update(Caller caller, PersonChange change,
                                                                   ExpectedVersion version, Timestamp at) = 0;
};

}  // namespace mrbill::auth
