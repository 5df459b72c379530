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

namespace wire = contract::auth;

[[nodiscard]] wire::Role to_contract(Role role);
[[nodiscard]] Role from_contract(wire::Role role);
[[nodiscard]] wire::CreateUserResponse to_contract(const CreatedUser& created);
[[nodiscard]] wire::LogInResponse to_contract(const SignedIn& signed_in);
[[nodiscard]] wire::TenantChoice to_contract(const Membership& membership);
[[nodiscard]] wire::Me to_contract(const Me& me, const Caller& caller);
[[nodiscard]] wire::Tenant to_contract(const Tenant& tenant);
[[nodiscard]] wire::Member to_contract(const Member& member, bool with_address);
[[nodiscard]] wire::Invitation to_contract(const Invitation& invitation, Timestamp now);
[[nodiscard]] wire::InvitationOffer to_contract(const InvitationOffer& offer, Timestamp now);
[[nodiscard]] wire::Membership to_contract(const Joined& joined);
[[nodiscard]] wire::RevocationPage to_contract(const RevocationPage& page, Timestamp now);

}  // namespace mrbill::auth
