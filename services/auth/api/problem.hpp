// Every refusal of a use case as its RFC 9457 problem: the one place where an enumerator becomes a status and
// a word.
#pragma once

#include <chrono>

#include <contract/auth_routes.hpp>
#include <http/problem.hpp>

#include "usecases/accept_invitation.hpp"
#include "usecases/change_member_role.hpp"
#include "usecases/create_invitation.hpp"
#include "usecases/create_tenant.hpp"
#include "usecases/create_user.hpp"
#include "usecases/list_invitations.hpp"
#include "usecases/log_in.hpp"
#include "usecases/refresh_session.hpp"
#include "usecases/request_mail.hpp"
#include "usecases/reset_password.hpp"
#include "usecases/switch_tenant.hpp"
#include "usecases/update_tenant.hpp"
#include "usecases/verify_email.hpp"
#include "usecases/withdraw_invitation.hpp"

namespace mrbill::auth {

[[nodiscard]] contract::auth::CreateUserAnswer problem_of(const CreateUserError& error);
[[nodiscard]] contract::auth::LogInAnswer problem_of(const LogInError& error);
[[nodiscard]] contract::auth::RefreshSessionAnswer problem_of(RefreshError error);
[[nodiscard]] contract::auth::SwitchTenantAnswer problem_of(SwitchError error);
[[nodiscard]] contract::auth::ForgotPasswordAnswer problem_of(const RequestMailError& error);
[[nodiscard]] contract::auth::VerifyEmailAnswer problem_of(VerifyEmailError error);
[[nodiscard]] contract::auth::ResetPasswordAnswer problem_of(ResetPasswordError error);
[[nodiscard]] contract::auth::UpdateMeAnswer problem_of(UpdateRefusal error);
[[nodiscard]] contract::auth::CreateTenantAnswer problem_of(CreateTenantError error);
[[nodiscard]] contract::auth::UpdateTenantAnswer problem_of(UpdateTenantError error);
[[nodiscard]] contract::auth::UpdateMemberAnswer problem_of(const ChangeRoleError& error);
[[nodiscard]] contract::auth::RemoveMemberAnswer problem_of(MemberChangeRefusal error);
[[nodiscard]] contract::auth::CreateInvitationAnswer problem_of(const CreateInvitationError& error);
[[nodiscard]] contract::auth::ListInvitationsAnswer problem_of(ListInvitationsError error);
[[nodiscard]] contract::auth::WithdrawInvitationAnswer problem_of(WithdrawInvitationError error);
[[nodiscard]] contract::auth::AcceptInvitationAnswer problem_of(const AcceptInvitationError& error);

// Those that no use case decides.
[[nodiscard]] http::Problem<contract::ErrorCode::session_transport_required> session_transport_required();
[[nodiscard]] http::Problem<contract::ErrorCode::unauthenticated> unauthenticated();
[[nodiscard]] http::Problem<contract::ErrorCode::member_not_found> member_not_found();
[[nodiscard]] http::Problem<contract::ErrorCode::tenant_not_found> tenant_not_found();
[[nodiscard]] http::Problem<contract::ErrorCode::invitation_not_found> unknown_invitation();
[[nodiscard]] http::Problem<contract::ErrorCode::invalid_cursor> invalid_cursor();

}  // namespace mrbill::auth
