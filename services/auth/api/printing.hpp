// Our values as the contract's messages.
#pragma once

#include <contract/auth.hpp>

#include "domain/page.hpp"
#include "domain/people.hpp"
#include "ports/revocation_log.hpp"
#include "usecases/accept_invitation.hpp"
#include "usecases/create_user.hpp"
#include "usecases/get_me.hpp"
#include "usecases/signed_in.hpp"

namespace mrbill::auth {

[[nodiscard]] contract::auth::Role print(Role role);
[[nodiscard]] Role read(contract::auth::Role role);
[[nodiscard]] contract::auth::CreateUserResponse print(const CreatedUser& created);
[[nodiscard]] contract::auth::LogInResponse print(const SignedIn& signed_in);
[[nodiscard]] contract::auth::TenantChoice print(const Belonging& belonging);
[[nodiscard]] contract::auth::Me print(const Me& me, const Caller& caller);
[[nodiscard]] contract::auth::Tenant print(const Tenant& tenant);
[[nodiscard]] contract::auth::Member print(const Member& member, bool with_address);
[[nodiscard]] contract::auth::Invitation print(const Invitation& invitation, Timestamp now);
[[nodiscard]] contract::auth::Membership print(const Joined& joined);
[[nodiscard]] contract::auth::RevocationNews print(const RevocationPage& page, Timestamp now);

}  // namespace mrbill::auth
