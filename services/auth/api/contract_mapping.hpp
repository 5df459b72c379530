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

[[nodiscard]] contract::auth::Role to_contract(Role role);
[[nodiscard]] Role from_contract(contract::auth::Role role);
[[nodiscard]] contract::auth::CreateUserResponse to_contract(const CreatedUser& created);
[[nodiscard]] contract::auth::LogInResponse to_contract(const SignedIn& signed_in);
[[nodiscard]] contract::auth::TenantChoice to_contract(const Membership& membership);
[[nodiscard]] contract::auth::Me to_contract(const Me& me, const Caller& caller);
[[nodiscard]] contract::auth::Tenant to_contract(const Tenant& tenant);
[[nodiscard]] contract::auth::Member to_contract(const Member& member, bool with_address);
[[nodiscard]] contract::auth::Invitation to_contract(const Invitation& invitation, Timestamp now);
[[nodiscard]] contract::auth::InvitationOffer to_contract(const InvitationOffer& offer, Timestamp now);
[[nodiscard]] contract::auth::Membership to_contract(const Joined& joined);
[[nodiscard]] contract::auth::RevocationPage to_contract(const RevocationPage& page, Timestamp now);

}  // namespace mrbill::auth
