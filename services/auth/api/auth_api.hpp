// The contract's operations, each handed to its use case: parse (the contract did), call, print.
#pragma once

#include <contract/auth_routes.hpp>

#include "api/cursor.hpp"
#include "api/installation_cookie.hpp"
#include "usecases/accept_invitation.hpp"
#include "usecases/change_member_role.hpp"
#include "usecases/create_invitation.hpp"
#include "usecases/create_tenant.hpp"
#include "usecases/create_user.hpp"
#include "usecases/get_me.hpp"
#include "usecases/get_member.hpp"
#include "usecases/get_revocations.hpp"
#include "usecases/list_invitations.hpp"
#include "usecases/list_members.hpp"
#include "usecases/log_in.hpp"
#include "usecases/log_out.hpp"
#include "usecases/refresh_session.hpp"
#include "usecases/remove_member.hpp"
#include "usecases/request_mail.hpp"
#include "usecases/reset_password.hpp"
#include "usecases/show_link.hpp"
#include "usecases/switch_tenant.hpp"
#include "usecases/update_me.hpp"
#include "usecases/update_tenant.hpp"
#include "usecases/verify_email.hpp"
#include "usecases/withdraw_invitation.hpp"

namespace mrbill::auth {

// What the use cases of one thread stand on. A handler asks a port itself where nothing is to be decided.
struct AuthPorts {
  Accounts& accounts;
  Creations& creations;
  Sessions& sessions;
  EmailLinks& email_links;
  Memberships& memberships;
  Members& members;
  Invitations& invitations;
  Tenants& tenants;
  RevocationLog& revocation_log;
  PasswordHasher& hasher;
  Throttle& throttle;
  AccessTokens& access_tokens;
};

// The secrets of this installation, each for its use, and what newcomers get who say nothing.
struct AuthSettings {
  const ThrottleRules& throttle_rules;
  const RefreshTokens& refresh_tokens;
  const LinkTokens& link_tokens;
  const KeyMaterial& networks;
  Sha256 cursor_secret;
  KeyMaterial idempotency;
  DeviceTokens devices;
  InstallationCookie refresh_cookie;
  InstallationCookie device_cookie;
  Preferences preferences;
};

class AuthApi final : public contract::auth::Api {
 public:
  AuthApi(const AuthPorts& ports, AuthSettings settings, const Clock& clock, Random& random);

  Task<contract::auth::CreateUserAnswer> create_user(http::Request, contract::auth::CreateUserInput) override;
  Task<contract::auth::GetMeAnswer> get_me(http::Request, contract::auth::GetMeInput) override;
  Task<contract::auth::UpdateMeAnswer> update_me(http::Request, contract::auth::UpdateMeInput) override;

  Task<contract::auth::LogInAnswer> log_in(http::Request, contract::auth::LogInInput) override;
  Task<contract::auth::RefreshSessionAnswer> refresh_session(http::Request,
                                                             contract::auth::RefreshSessionInput) override;
  Task<contract::auth::LogOutAnswer> log_out(http::Request, contract::auth::LogOutInput) override;
  Task<contract::auth::SwitchTenantAnswer> switch_tenant(http::Request,
                                                         contract::auth::SwitchTenantInput) override;

  Task<contract::auth::RequestVerificationMailAnswer> request_verification_mail(
      http::Request, contract::auth::RequestVerificationMailInput) override;
  Task<contract::auth::ShowVerifyEmailAnswer> show_verify_email(
      http::Request, contract::auth::ShowVerifyEmailInput) override;
  Task<contract::auth::VerifyEmailAnswer> verify_email(http::Request,
                                                       contract::auth::VerifyEmailInput) override;
  Task<contract::auth::ForgotPasswordAnswer> forgot_password(http::Request,
                                                             contract::auth::ForgotPasswordInput) override;
  Task<contract::auth::ShowResetPasswordAnswer> show_reset_password(
      http::Request, contract::auth::ShowResetPasswordInput) override;
  Task<contract::auth::ResetPasswordAnswer> reset_password(http::Request,
                                                           contract::auth::ResetPasswordInput) override;

  Task<contract::auth::CreateTenantAnswer> create_tenant(http::Request,
                                                         contract::auth::CreateTenantInput) override;
  Task<contract::auth::GetTenantAnswer> get_tenant(http::Request, contract::auth::GetTenantInput) override;
  Task<contract::auth::UpdateTenantAnswer> update_tenant(http::Request,
                                                         contract::auth::UpdateTenantInput) override;
  Task<contract::auth::ListMembersAnswer> list_members(http::Request,
                                                       contract::auth::ListMembersInput) override;
  Task<contract::auth::GetMemberAnswer> get_member(http::Request, contract::auth::GetMemberInput) override;
  Task<contract::auth::RemoveMemberAnswer> remove_member(http::Request,
                                                         contract::auth::RemoveMemberInput) override;
  Task<contract::auth::UpdateMemberAnswer> update_member(http::Request,
                                                         contract::auth::UpdateMemberInput) override;

  Task<contract::auth::ListInvitationsAnswer> list_invitations(http::Request,
                                                               contract::auth::ListInvitationsInput) override;
  Task<contract::auth::CreateInvitationAnswer> create_invitation(
      http::Request, contract::auth::CreateInvitationInput) override;
  Task<contract::auth::WithdrawInvitationAnswer> withdraw_invitation(
      http::Request, contract::auth::WithdrawInvitationInput) override;
  Task<contract::auth::ShowAcceptInvitationAnswer> show_accept_invitation(
      http::Request, contract::auth::ShowAcceptInvitationInput) override;
  Task<contract::auth::AcceptInvitationAnswer> accept_invitation(
      http::Request, contract::auth::AcceptInvitationInput) override;
  Task<contract::auth::ReadInvitationAnswer> read_invitation(http::Request,
                                                             contract::auth::ReadInvitationInput) override;

  Task<contract::auth::GetJwksAnswer> get_jwks(http::Request, contract::auth::GetJwksInput) override;
  Task<contract::auth::GetRevocationsAnswer> get_revocations(http::Request,
                                                             contract::auth::GetRevocationsInput) override;

 private:
  [[nodiscard]] Task<http::ResponseOr<>> show_link(LinkPurpose purpose, std::optional<std::string> asked,
                                                   http::Request request);
  [[nodiscard]] std::optional<IdempotencyKey> key_of(const http::Request& request, std::string_view operation,
                                                     const std::optional<std::string>& key) const;
  AuthPorts ports_;
  AuthSettings settings_;
  Cursors cursors_;
  const Clock& clock_;
  CreateUser create_user_;
  ShowLink show_link_;
  VerifyEmail verify_email_;
  RequestMail request_mail_;
  ResetPassword reset_password_;
  LogIn log_in_;
  RefreshSession refresh_session_;
  LogOut log_out_;
  SwitchTenant switch_tenant_;
  GetMe get_me_;
  UpdateMe update_me_;
  CreateTenant create_tenant_;
  UpdateTenant update_tenant_;
  ListMembers list_members_;
  GetMember get_member_;
  ChangeMemberRole change_member_role_;
  RemoveMember remove_member_;
  CreateInvitation create_invitation_;
  ListInvitations list_invitations_;
  WithdrawInvitation withdraw_invitation_;
  AcceptInvitation accept_invitation_;
  GetRevocations get_revocations_;
};

}  // namespace mrbill::auth
