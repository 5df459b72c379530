// The contract's operations, each handed to its use case: parse (the contract did), call, print.
#pragma once

#include <contract/auth.hpp>

#include "api/cursor.hpp"
#include "usecases/accept_invitation.hpp"
#include "usecases/change_member_role.hpp"
#include "usecases/create_invitation.hpp"
#include "usecases/create_tenant.hpp"
#include "usecases/create_user.hpp"
#include "usecases/forgot_password.hpp"
#include "usecases/get_jwks.hpp"
#include "usecases/get_me.hpp"
#include "usecases/get_member.hpp"
#include "usecases/get_revocations.hpp"
#include "usecases/get_tenant.hpp"
#include "usecases/list_invitations.hpp"
#include "usecases/list_members.hpp"
#include "usecases/log_in.hpp"
#include "usecases/log_out.hpp"
#include "usecases/refresh_session.hpp"
#include "usecases/remove_member.hpp"
#include "usecases/request_verification_mail.hpp"
#include "usecases/reset_password.hpp"
#include "usecases/show_link.hpp"
#include "usecases/switch_tenant.hpp"
#include "usecases/update_me.hpp"
#include "usecases/update_tenant.hpp"
#include "usecases/verify_email.hpp"
#include "usecases/withdraw_invitation.hpp"

namespace mrbill::auth {

struct UseCases {
  CreateUser& create_user;
  ShowLink& show_link;
  VerifyEmail& verify_email;
  RequestVerificationMail& request_verification_mail;
  LogIn& log_in;
  RefreshSession& refresh_session;
  LogOut& log_out;
  SwitchTenant& switch_tenant;
  ForgotPassword& forgot_password;
  ResetPassword& reset_password;
  GetMe& get_me;
  UpdateMe& update_me;
  CreateTenant& create_tenant;
  GetTenant& get_tenant;
  UpdateTenant& update_tenant;
  ListMembers& list_members;
  GetMember& get_member;
  ChangeMemberRole& change_member_role;
  RemoveMember& remove_member;
  CreateInvitation& create_invitation;
  ListInvitations& list_invitations;
  WithdrawInvitation& withdraw_invitation;
  AcceptInvitation& accept_invitation;
  GetJwks& get_jwks;
  GetRevocations& get_revocations;
};

class AuthApi final : public contract::auth::Api {
 public:
  AuthApi(UseCases usecases, Cursors cursors, KeyMaterial idempotency, DeviceTokens devices,
          Preferences installation, const Clock& clock)
      : usecases_(usecases),
        cursors_(std::move(cursors)),
        idempotency_(std::move(idempotency)),
        devices_(std::move(devices)),
        installation_(std::move(installation)),
        clock_(clock) {}

  Task<http::Response> create_user(http::Request, contract::auth::CreateUserInput) override;
  Task<http::Response> get_me(http::Request, contract::auth::GetMeInput) override;
  Task<http::Response> update_me(http::Request, contract::auth::UpdateMeInput) override;

  Task<http::Response> log_in(http::Request, contract::auth::LogInInput) override;
  Task<http::Response> refresh_session(http::Request, contract::auth::RefreshSessionInput) override;
  Task<http::Response> log_out(http::Request, contract::auth::LogOutInput) override;
  Task<http::Response> switch_tenant(http::Request, contract::auth::SwitchTenantInput) override;

  Task<http::Response> request_verification_mail(http::Request,
                                                 contract::auth::RequestVerificationMailInput) override;
  Task<http::Response> show_verify_email(http::Request, contract::auth::ShowVerifyEmailInput) override;
  Task<http::Response> verify_email(http::Request, contract::auth::VerifyEmailInput) override;
  Task<http::Response> forgot_password(http::Request, contract::auth::ForgotPasswordInput) override;
  Task<http::Response> show_reset_password(http::Request, contract::auth::ShowResetPasswordInput) override;
  Task<http::Response> reset_password(http::Request, contract::auth::ResetPasswordInput) override;

  Task<http::Response> create_tenant(http::Request, contract::auth::CreateTenantInput) override;
  Task<http::Response> get_tenant(http::Request, contract::auth::GetTenantInput) override;
  Task<http::Response> update_tenant(http::Request, contract::auth::UpdateTenantInput) override;
  Task<http::Response> list_members(http::Request, contract::auth::ListMembersInput) override;
  Task<http::Response> get_member(http::Request, contract::auth::GetMemberInput) override;
  Task<http::Response> remove_member(http::Request, contract::auth::RemoveMemberInput) override;
  Task<http::Response> update_member(http::Request, contract::auth::UpdateMemberInput) override;

  Task<http::Response> list_invitations(http::Request, contract::auth::ListInvitationsInput) override;
  Task<http::Response> create_invitation(http::Request, contract::auth::CreateInvitationInput) override;
  Task<http::Response> withdraw_invitation(http::Request, contract::auth::WithdrawInvitationInput) override;
  Task<http::Response> show_accept_invitation(http::Request,
                                              contract::auth::ShowAcceptInvitationInput) override;
  Task<http::Response> accept_invitation(http::Request, contract::auth::AcceptInvitationInput) override;

  Task<http::Response> get_jwks(http::Request, contract::auth::GetJwksInput) override;
  Task<http::Response> get_revocations(http::Request, contract::auth::GetRevocationsInput) override;

 private:
  [[nodiscard]] Task<http::Response> show_link(LinkPurpose purpose, std::optional<std::string> asked,
                                               http::Request request);
  [[nodiscard]] std::optional<AnswerKey> answer_key(std::string_view route, const http::Request& request,
                                                    const std::optional<std::string>& key,
                                                    const Caller* caller) const;
  UseCases usecases_;
  Cursors cursors_;
  KeyMaterial idempotency_;
  DeviceTokens devices_;
  Preferences installation_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
