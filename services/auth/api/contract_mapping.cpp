#include "api/contract_mapping.hpp"

#include <contract/auth_mapping.hpp>

#include "domain/key_schedule.hpp"

namespace mrbill::auth {
namespace {

wire::Revocation to_contract(const Revoked& revoked) {
  using wire::RevocationKind;
  wire::Revocation out{.kind = RevocationKind::session,
                       .session_id = std::nullopt,
                       .user_id = std::nullopt,
                       .tenant_id = std::nullopt,
                       .below = revoked.below,
                       .at = revoked.at};
  switch (revoked.of) {
    case RevokedOf::session:
      out.session_id = revoked.subject;
      break;
    case RevokedOf::user:
      out.kind = RevocationKind::user;
      out.user_id = revoked.subject;
      break;
    case RevokedOf::membership:
      out.kind = RevocationKind::membership;
      out.user_id = revoked.subject;
      out.tenant_id = revoked.tenant;
      break;
  }
  return out;
}

}  // namespace

wire::Role to_contract(Role role) {
  return contract::message_of<wire::Role>(role);
}

Role from_contract(wire::Role role) {
  return contract::value_of<Role>(role);
}

wire::CreateUserResponse to_contract(const CreatedUser& created) {
  return {.user_id = created.user.uuid,
          .email = created.email,
          .full_name = created.full_name,
          .company_name = created.company_name,
          .role = wire::Role::owner,
          .created_at = created.created_at,
          .tenant_id = created.tenant.uuid,
          .locale = created.preferences.locale,
          .time_zone = created.preferences.time_zone};
}

wire::LogInResponse to_contract(const SignedIn& signed_in) {
  wire::LogInResponse out{.access_token = signed_in.access_token.reveal(),
                          .refresh_token = std::nullopt,
                          .expires_in = std::chrono::seconds(access_token_life).count(),
                          .token_type = wire::TokenType::bearer,
                          .user_id = signed_in.session.user.uuid,
                          .tenant_id = std::nullopt,
                          .role = to_contract(signed_in.session.role)};
  if (signed_in.session.tenant) out.tenant_id = signed_in.session.tenant->uuid;
  if (signed_in.refresh_token && signed_in.transport == Transport::body)
    out.refresh_token = signed_in.refresh_token->reveal();
  return out;
}

wire::TenantChoice to_contract(const Membership& membership) {
  return {membership.tenant.uuid, membership.tenant_name, to_contract(membership.role)};
}

wire::Me to_contract(const Me& me, const Caller& caller) {
  wire::Me out{.user_id = me.person.id.uuid,
               .email = me.person.email.text(),
               .email_verified = me.person.verified,
               .full_name = me.person.full_name,
               .locale = me.person.locale,
               .time_zone = me.person.time_zone,
               .tenant_id = std::nullopt,
               .company_name = std::nullopt,
               .role = to_contract(caller.role),
               .memberships = {},
               .created_at = me.person.created_at,
               .updated_at = me.person.updated_at,
               .last_login_at = me.person.last_login_at,
               .version = me.person.version};
  if (caller.tenant != TenantId{}) out.tenant_id = caller.tenant.uuid;
  for (const auto& membership : me.memberships) {
    if (membership.tenant == caller.tenant) out.company_name = membership.tenant_name;
    out.memberships.push_back(to_contract(membership));
  }
  return out;
}

wire::Tenant to_contract(const Tenant& tenant) {
  return {tenant.id.uuid, tenant.name, tenant.members, tenant.created_at, tenant.updated_at, tenant.version};
}

wire::Member to_contract(const Member& member, bool with_address) {
  return {.user_id = member.user.uuid,
          .full_name = member.full_name,
          .email = with_address ? std::optional(member.email.text()) : std::nullopt,
          .role = to_contract(member.role),
          .joined_at = member.joined_at,
          .version = member.version};
}

wire::Invitation to_contract(const Invitation& invitation, Timestamp now) {
  return {.invitation_id = invitation.id.uuid,
          .email = invitation.email.text(),
          .role = to_contract(invitation.role),
          .status = contract::message_of<wire::InvitationStatus>(invitation.state(now)),
          .invited_by = invitation.invited_by.uuid,
          .created_at = invitation.created_at,
          .expires_at = invitation.expires_at};
}

// An old mail tells no more than it did: whether its address has an account is for who may accept.
wire::InvitationOffer to_contract(const InvitationOffer& offer, Timestamp now) {
  const auto state = offer.invitation.state(now);
  wire::InvitationOffer out{.company_name = offer.tenant_name,
                            .inviter_name = std::nullopt,
                            .email = offer.invitation.email.text(),
                            .role = to_contract(offer.invitation.role),
                            .status = contract::message_of<wire::InvitationStatus>(state),
                            .has_account = std::nullopt,
                            .expires_at = offer.invitation.expires_at};
  if (!offer.inviter_name.empty()) out.inviter_name = offer.inviter_name;
  if (state == InvitationState::pending) out.has_account = offer.account.has_value();
  return out;
}

wire::Membership to_contract(const Joined& joined) {
  return {joined.user.uuid, joined.membership.tenant.uuid, joined.membership.tenant_name,
          to_contract(joined.membership.role)};
}

wire::RevocationPage to_contract(const RevocationPage& page, Timestamp now) {
  wire::RevocationPage out{
      .taken_at = now, .cursor = page.cursor, .complete = page.complete, .revocations = {}};
  for (const auto& one : page.revoked) out.revocations.push_back(to_contract(one));
  return out;
}

}  // namespace mrbill::auth
