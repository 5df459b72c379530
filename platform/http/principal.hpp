// Who a request speaks for, once its token was verified.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <base/clock.hpp>
#include <base/uuid.hpp>

namespace mrbill::http {

using SessionId = Id<struct SessionTag>;

// What a membership grants. Ordered: each may do what the former may.
enum class Role : std::uint8_t { user, admin, owner };
[[nodiscard]] std::string_view to_string(Role role);  // "USER" "ADMIN" "OWNER"
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

// Which state of its session, its membership and its person a token was made from: each grows when what
// tokens say of it no longer holds, and a revocation names the version below which they are void.
struct TokenVersions {
  std::int64_t session = 0;
  std::int64_t membership = 0;
  std::int64_t person = 0;
  bool operator==(const TokenVersions&) const = default;
};

struct Principal {
  UserId user;
  TenantId
      tenant;  // nil: of a person who belongs to no company at present, and of a service on nobody's behalf
  Role role = Role::user;
  SessionId session;
  Timestamp issued_at;
  Timestamp expires_at;
  std::string service;  // the calling service on internal routes; empty for a person
  TokenVersions versions{};
  std::string locale{};  // of the person's profile, a BCP 47 tag; empty where the token does not tell
};

// The part of an entity tag that two people's, and one person's of two tenants, differ in: 8 small
// hexadecimal digits.
[[nodiscard]] std::string mark_of(const Principal& principal);

}  // namespace mrbill::http
