// Every refusal of a use case as its RFC 9457 problem: the one place where an enumerator becomes a status and
// a word.
#pragma once

#include <chrono>

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

[[nodiscard]] http::Response to_problem(const CreateUserError& error);
[[nodiscard]] http::Response to_problem(const LogInError& error);
[[nodiscard]] http::Response to_problem(RefreshError error);
[[nodiscard]] http::Response to_problem(SwitchError error);
[[nodiscard]] http::Response to_problem(const RequestMailError& error);
[[nodiscard]] http::Response to_problem(VerifyEmailError error);
[[nodiscard]] http::Response to_problem(ResetPasswordError error);
[[nodiscard]] http::Response to_problem(UpdateRefusal error);
[[nodiscard]] http::Response to_problem(CreateTenantError error);
[[nodiscard]] http::Response to_problem(UpdateTenantError error);
[[nodiscard]] http::Response to_problem(const ChangeRoleError& error);
[[nodiscard]] http::Response to_problem(MemberChangeRefusal error);
[[nodiscard]] http::Response to_problem(const CreateInvitationError& error);
[[nodiscard]] http::Response to_problem(ListInvitationsError error);
[[nodiscard]] http::Response to_problem(WithdrawInvitationError error);
[[nodiscard]] http::Response to_problem(const AcceptInvitationError& error);

// Those that no use case decides.
[[nodiscard]] http::Response session_transport_required();
[[nodiscard]] http::Response unauthenticated();
[[nodiscard]] http::Response member_not_found();
[[nodiscard]] http::Response tenant_not_found();
[[nodiscard]] http::Response invalid_cursor();

}  // namespace mrbill::auth
