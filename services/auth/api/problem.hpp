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

[[nodiscard]] http::Response problem_of(const CreateUserError& error);
[[nodiscard]] http::Response problem_of(const LogInError& error);
[[nodiscard]] http::Response problem_of(RefreshError error);
[[nodiscard]] http::Response problem_of(SwitchError error);
[[nodiscard]] http::Response problem_of(const RequestMailError& error);
[[nodiscard]] http::Response problem_of(VerifyEmailError error);
[[nodiscard]] http::Response problem_of(ResetPasswordError error);
[[nodiscard]] http::Response problem_of(UpdateRefusal error);
[[nodiscard]] http::Response problem_of(CreateTenantError error);
[[nodiscard]] http::Response problem_of(UpdateTenantError error);
[[nodiscard]] http::Response problem_of(const ChangeRoleError& error);
[[nodiscard]] http::Response problem_of(MemberChangeRefusal error);
[[nodiscard]] http::Response problem_of(const CreateInvitationError& error);
[[nodiscard]] http::Response problem_of(ListInvitationsError error);
[[nodiscard]] http::Response problem_of(WithdrawInvitationError error);
[[nodiscard]] http::Response problem_of(const AcceptInvitationError& error);

// Those that no use case decides.
[[nodiscard]] http::Response session_transport_required();
[[nodiscard]] http::Response unauthenticated();
[[nodiscard]] http::Response member_not_found();
[[nodiscard]] http::Response tenant_not_found();
[[nodiscard]] http::Response invalid_cursor();

}  // namespace mrbill::auth
