#include "api/problem.hpp"

#include <base/unreachable.hpp>
#include <http/etag.hpp>

#include "api/contract_mapping.hpp"

namespace mrbill::auth {

namespace wire = contract::auth;

namespace {

using contract::ErrorCode;
using http::Problem;
using Invalid = Problem<ErrorCode::invalid_request>;

Invalid invalid_field(std::string pointer, std::string code, std::string detail,
                      std::optional<std::int64_t> limit = {}) {
  return Invalid("One field is wrong.", {{std::move(pointer), std::move(code), std::move(detail), limit}});
}

auto too_many_requests(std::chrono::milliseconds wait) {
  const auto seconds = std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds{1});
  return Problem<ErrorCode::too_many_requests>(
             "Too many attempts. Wait as long as Retry-After says and try again.")
      .after(seconds);
}

Invalid invalid_email() {
  return invalid_field("/email", "format", "must be an e-mail address");
}
Invalid short_password() {
  return invalid_field("/password", "too_short", "must be at least 15 characters long", 15);
}
Invalid long_password() {
  return invalid_field("/password", "too_long", "must be at most 128 characters long", 128);
}
Invalid common_password() {
  return invalid_field("/password", "too_common",
                       "must not be one of those that are tried first; a sentence is a good one");
}
auto not_permitted() {
  return Problem<ErrorCode::not_permitted>("Your role in this company does not allow it.");
}
auto invalid_token() {
  return Problem<ErrorCode::invalid_token>(
      "The link is not valid, has expired or was used already. Ask for a new one.");
}
auto key_in_use() {
  return Problem<ErrorCode::idempotency_key_in_use>(
      "A request with this Idempotency-Key is still running. Try again in a moment.");
}
auto key_reused() {
  return Problem<ErrorCode::idempotency_key_reused>(
      "This Idempotency-Key was used for another request. Take a new one.");
}
template <ErrorCode code>
Problem<code> unauthorized(http::Sentence<code> detail) {
  return Problem<code>(detail).with_header("WWW-Authenticate", R"(Bearer realm="mrbill")");
}

auto invalid_credentials() {
  return unauthorized<ErrorCode::invalid_credentials>("E-mail or password is wrong.");
}
auto account_locked() {
  return Problem<ErrorCode::account_locked>("This account is locked. A new password lifts the lock.");
}
auto last_owner() {
  return Problem<ErrorCode::last_owner>(
      "A company keeps at least one owner. Make somebody else an owner first.");
}

auto tenant_required(const std::vector<Membership>& choices) {
  std::string extra = "\"tenants\":[";
  const char* separator = "";
  for (const auto& choice : choices) {
    extra += separator + to_json(to_contract(choice));
    separator = ",";
  }
  return Problem<ErrorCode::tenant_required>("You belong to several companies. Name one in tenantId.")
      .with_members(extra + "]");
}

}  // namespace

Problem<ErrorCode::session_transport_required> session_transport_required() {
  return unauthorized<ErrorCode::session_transport_required>(
      "A refresh token in the cookie needs the header X-Session-Transport: cookie.");
}
Problem<ErrorCode::unauthenticated> unauthenticated() {
  return unauthorized<ErrorCode::unauthenticated>(
      "Send the access token or the refresh token of the session.");
}
Problem<ErrorCode::member_not_found> member_not_found() {
  return Problem<ErrorCode::member_not_found>("There is no such member in this company.");
}
Problem<ErrorCode::tenant_not_found> tenant_not_found() {
  return Problem<ErrorCode::tenant_not_found>("You do not belong to such a company.");
}
Problem<ErrorCode::invitation_not_found> unknown_invitation() {
  return Problem<ErrorCode::invitation_not_found>(
      "There is no such invitation. Use the link exactly as it stands in the mail.");
}
Problem<ErrorCode::invalid_cursor> invalid_cursor() {
  return Problem<ErrorCode::invalid_cursor>(
      "The cursor belongs to another list, or stands beside page. Start again from the first page.",
      {{"query:cursor", "format", "must be the nextCursor of this list, without page"}});
}

wire::CreateUserAnswer problem_of(const CreateUserError& error) {
  switch (error.code) {
    case CreateUserError::Code::invalid_email:
      return invalid_email();
    case CreateUserError::Code::password_too_short:
      return short_password();
    case CreateUserError::Code::password_too_long:
      return long_password();
    case CreateUserError::Code::password_too_common:
      return common_password();
    case CreateUserError::Code::email_taken:
      return Problem<ErrorCode::email_taken>(
          "There is already an account with this e-mail. Sign in, or ask for a new password.");
    case CreateUserError::Code::idempotency_key_in_use:
      return key_in_use();
    case CreateUserError::Code::idempotency_key_reused:
      return key_reused();
    case CreateUserError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  unreachable();
}

wire::LogInAnswer problem_of(const LogInError& error) {
  switch (error.code) {
    case LogInError::Code::invalid_credentials:
      return invalid_credentials();
    case LogInError::Code::account_locked:
      return account_locked();
    case LogInError::Code::verification_required:
      return Problem<ErrorCode::verification_required>(
          "Open the link we mailed you first, or ask for another mail.");
    case LogInError::Code::tenant_required:
      return tenant_required(error.choices);
    case LogInError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  unreachable();
}

wire::RefreshSessionAnswer problem_of(RefreshError error) {
  switch (error) {
    case RefreshError::invalid_refresh_token:
      return unauthorized<ErrorCode::invalid_refresh_token>("The session is over. Sign in again.");
  }
  unreachable();
}

wire::SwitchTenantAnswer problem_of(SwitchError error) {
  switch (error) {
    case SwitchError::tenant_not_found:
      return tenant_not_found();
  }
  unreachable();
}

wire::ForgotPasswordAnswer problem_of(const RequestMailError& error) {
  switch (error.code) {
    case RequestMailError::Code::invalid_email:
      return invalid_email();
    case RequestMailError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  unreachable();
}

wire::VerifyEmailAnswer problem_of(VerifyEmailError error) {
  switch (error) {
    case VerifyEmailError::invalid_token:
      return invalid_token();
  }
  unreachable();
}

wire::ResetPasswordAnswer problem_of(ResetPasswordError error) {
  switch (error) {
    case ResetPasswordError::invalid_token:
      return invalid_token();
    case ResetPasswordError::password_too_short:
      return short_password();
    case ResetPasswordError::password_too_long:
      return long_password();
    case ResetPasswordError::password_too_common:
      return common_password();
    case ResetPasswordError::too_many_requests:
      return too_many_requests(std::chrono::seconds{1});
  }
  unreachable();
}

wire::UpdateMeAnswer problem_of(UpdateRefusal error) {
  switch (error) {
    case UpdateRefusal::not_found:
      return unauthenticated();  // the caller's own account is gone
    case UpdateRefusal::stale:
      return http::stale();
  }
  unreachable();
}

wire::CreateTenantAnswer problem_of(CreateTenantError error) {
  switch (error) {
    case CreateTenantError::has_tenant:
      return Problem<ErrorCode::has_tenant>("You belong to a company already.");
    case CreateTenantError::idempotency_key_in_use:
      return key_in_use();
    case CreateTenantError::idempotency_key_reused:
      return key_reused();
  }
  unreachable();
}

wire::UpdateTenantAnswer problem_of(UpdateTenantError error) {
  switch (error) {
    case UpdateTenantError::not_permitted:
      return not_permitted();
    case UpdateTenantError::tenant_not_found:
      return tenant_not_found();
    case UpdateTenantError::stale:
      return http::stale();
  }
  unreachable();
}

wire::UpdateMemberAnswer problem_of(const ChangeRoleError& error) {
  switch (error.code) {
    case ChangeRoleError::Code::member_not_found:
      return member_not_found();
    case ChangeRoleError::Code::stale:
      return http::stale();
    case ChangeRoleError::Code::not_permitted:
      return not_permitted();
    case ChangeRoleError::Code::last_owner:
      return last_owner();
    case ChangeRoleError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  unreachable();
}

wire::RemoveMemberAnswer problem_of(MemberChangeRefusal error) {
  switch (error) {
    case MemberChangeRefusal::member_not_found:
      return member_not_found();
    case MemberChangeRefusal::stale:
      return http::stale();
    case MemberChangeRefusal::not_permitted:
      return not_permitted();
    case MemberChangeRefusal::last_owner:
      return last_owner();
  }
  unreachable();
}

wire::CreateInvitationAnswer problem_of(const CreateInvitationError& error) {
  switch (error.code) {
    case CreateInvitationError::Code::invalid_email:
      return invalid_email();
    case CreateInvitationError::Code::not_permitted:
      return not_permitted();
    case CreateInvitationError::Code::already_member:
      return Problem<ErrorCode::already_member>("This person belongs to the company already.");
    case CreateInvitationError::Code::already_invited:
      return Problem<ErrorCode::already_invited>(
          "This address has an open invitation. Withdraw it to send another.");
    case CreateInvitationError::Code::idempotency_key_in_use:
      return key_in_use();
    case CreateInvitationError::Code::idempotency_key_reused:
      return key_reused();
    case CreateInvitationError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  unreachable();
}

wire::ListInvitationsAnswer problem_of(ListInvitationsError error) {
  switch (error) {
    case ListInvitationsError::not_permitted:
      return not_permitted();
  }
  unreachable();
}

wire::WithdrawInvitationAnswer problem_of(WithdrawInvitationError error) {
  switch (error) {
    case WithdrawInvitationError::not_permitted:
      return not_permitted();
    case WithdrawInvitationError::invitation_not_found:
      return Problem<ErrorCode::invitation_not_found>("There is no such invitation in this company.");
    case WithdrawInvitationError::invitation_accepted:
      return Problem<ErrorCode::invitation_accepted>(
          "The invitation was accepted already. Remove the member instead.");
  }
  unreachable();
}

wire::AcceptInvitationAnswer problem_of(const AcceptInvitationError& error) {
  switch (error.code) {
    case AcceptInvitationError::Code::invalid_token:
      return invalid_token();
    case AcceptInvitationError::Code::sign_in_required:
      return unauthorized<ErrorCode::sign_in_required>(
          "There is an account with the invited address. Send its password, or sign in and accept again.");
    case AcceptInvitationError::Code::invalid_credentials:
      return invalid_credentials();
    case AcceptInvitationError::Code::account_locked:
      return account_locked();
    case AcceptInvitationError::Code::invitation_not_yours:
      return Problem<ErrorCode::invitation_not_yours>(
          "The invitation was sent to another address than yours.");
    case AcceptInvitationError::Code::already_member:
      return Problem<ErrorCode::already_member>("You belong to the company already.");
    case AcceptInvitationError::Code::full_name_required:
      return invalid_field("/fullName", "required", "is required");
    case AcceptInvitationError::Code::password_required:
      return invalid_field("/password", "required", "is required");
    case AcceptInvitationError::Code::password_too_short:
      return short_password();
    case AcceptInvitationError::Code::password_too_long:
      return long_password();
    case AcceptInvitationError::Code::password_too_common:
      return common_password();
    case AcceptInvitationError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  unreachable();
}

}  // namespace mrbill::auth
