// The values of the trade: persons, companies, who belongs where, who is invited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <base/clock.hpp>
#include <base/secret.hpp>

#include "domain/email_address.hpp"
#include "domain/ids.hpp"
#include "domain/permission.hpp"

namespace mrbill::auth {

// What a person is spoken to in, and whose days count for them.
struct Preferences {
  std::string locale;     // BCP 47, canonical
  std::string time_zone;  // IANA
};

struct Person {
  UserId id;
  EmailAddress email;
  std::string full_name;
  std::string locale;     // BCP 47
  std::string time_zone;  // IANA
  bool verified = false;
  Timestamp created_at;
  Timestamp updated_at;
  std::optional<Timestamp> last_login_at;
  std::int64_t version = 1;
};

struct PersonChange {
  std::optional<std::string> full_name;
  std::optional<std::string> locale;
  std::optional<std::string> time_zone;
};

struct Tenant {
  TenantId id;
  std::string name;
  std::int64_t members = 0;
  Timestamp created_at;
  Timestamp updated_at;
  std::int64_t version = 1;
};

// A company that a person belongs to.
struct Membership {
  TenantId tenant;
  std::string tenant_name;
  Role role = Role::user;
};

// A person of a company.
struct Member {
  UserId user;
  std::string full_name;
  EmailAddress email;
  Role role = Role::user;
  Timestamp joined_at;
  std::int64_t version = 1;
};

enum class InvitationState : std::uint8_t { pending, accepted, expired, withdrawn };

struct Invitation {
  InvitationId id;
  EmailAddress email;
  Role role = Role::user;
  UserId invited_by;
  Timestamp created_at;
  Timestamp expires_at;
  std::optional<Timestamp> accepted_at;
  std::optional<Timestamp> withdrawn_at;

  [[nodiscard]] InvitationState state(Timestamp now) const {
    if (accepted_at) return InvitationState::accepted;
    if (withdrawn_at) return InvitationState::withdrawn;
    return expires_at <= now ? InvitationState::expired : InvitationState::pending;
  }
};

// Who asks, as the access token says: every use case's first wall.
struct Caller {
  UserId user;
  // nil of who belongs to none; only get_me, update_me, switch_tenant, create_tenant and accept_invitation
  // meet it
  TenantId tenant;
  Role role = Role::user;
  Uuid sid;                 // of the token
  std::string traceparent;  // of the request, for the events it causes
};

// How a person's client carries the refresh token.
enum class Transport : std::uint8_t { body, cookie };

}  // namespace mrbill::auth
