#include "api/problem.hpp"

#include <contract/auth.hpp>
#include <http/etag.hpp>

#include "api/contract_mapping.hpp"

namespace mrbill::auth {
namespace {

using http::problem;
using http::Response;

Response invalid_field(std::string pointer, std::string code, std::string detail) {
  return problem(400, "invalid_request", "One field is wrong.",
                 {{std::move(pointer), std::move(code), std::move(detail)}});
}

Response too_many_requests(std::chrono::milliseconds wait) {
  const auto seconds = std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds{1});
  return http::later(429, "too_many_requests",
                     "Too many attempts. Wait as long as Retry-After says and try again.", seconds);
}

Response invalid_email() {
  return invalid_field("/email", "format", "must be an e-mail address");
}
Response short_password() {
  return invalid_field("/password", "too_short", "must be at least 15 characters long");
}
Response long_password() {
  return invalid_field("/password", "too_long", "must be at most 128 characters long");
}
Response common_password() {
  return invalid_field("/password", "too_common",
                       "must not be one of those that are tried first; a sentence is a good one");
}
Response not_permitted() {
  return problem(403, "not_permitted", "Your role in this company does not allow it.");
}
Response invalid_token() {
  return problem(400, "invalid_token",
                 "The link is not valid, has expired or was used already. Ask for a new one.");
}
Response key_in_use() {
  return problem(409, "idempotency_key_in_use",
                 "A request with this Idempotency-Key is still running. Try again in a moment.");
}
Response key_reused() {
  return problem(422, "idempotency_key_reused",
                 "This Idempotency-Key was used for another request. Take a new one.");
}
Response unauthorized(std::string_view code, std::string_view detail) {
  auto response = problem(401, code, detail);
  response.headers.set("WWW-Authenticate", R"(Bearer realm="mrbill")");
  return response;
}

Response invalid_credentials() {
  return unauthorized("invalid_credentials", "E-mail or password is wrong.");
}
Response account_locked() {
  return problem(403, "account_locked", "This account is locked. A new password lifts the lock.");
}
Response last_owner() {
  return problem(409, "last_owner", "A company keeps at least one owner. Make somebody else an owner first.");
}

Response tenant_required(const std::vector<Belonging>& choices) {
  std::string extra = "\"tenants\":[";
  const char* separator = "";
  for (const auto& choice : choices) {
    extra += separator + to_json(to_contract(choice));
    separator = ",";
  }
  return http::problem_with(400, "tenant_required", "You belong to several companies. Name one in tenantId.",
                            extra + "]");
}

}  // namespace

Response session_transport_required() {
  return unauthorized("session_transport_required",
                      "A refresh token in the cookie needs the header X-Session-Transport: cookie.");
}
Response unauthenticated() {
  return unauthorized("unauthenticated", "Send the access token or the refresh token of the session.");
}
Response member_not_found() {
  return problem(404, "member_not_found", "There is no such member in this company.");
}
Response tenant_not_found() {
  return problem(404, "tenant_not_found", "You do not belong to such a company.");
}
Response invalid_cursor() {
  return problem(
      400, "invalid_cursor",
      "The cursor belongs to another list, or stands beside page. Start again from the first page.",
      {{"query:cursor", "format", "must be the nextCursor of this list, without page"}});
}

Response problem_of(const CreateUserError& error) {
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
      return problem(409, "email_taken",
                     "There is already an account with this e-mail. Sign in, or ask for a new password.");
    case CreateUserError::Code::idempotency_key_in_use:
      return key_in_use();
    case CreateUserError::Code::idempotency_key_reused:
      return key_reused();
    case CreateUserError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  return problem(500, "internal", "");
}

Response problem_of(const LogInError& error) {
  switch (error.code) {
    case LogInError::Code::invalid_credentials:
      return invalid_credentials();
    case LogInError::Code::account_locked:
      return account_locked();
    case LogInError::Code::verification_required:
      return problem(403, "verification_required",
                     "Open the link we mailed you first, or ask for another mail.");
    case LogInError::Code::tenant_required:
      return tenant_required(error.choices);
    case LogInError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  return problem(500, "internal", "");
}

Response problem_of(RefreshError error) {
  switch (error) {
    case RefreshError::invalid_refresh_token:
      return unauthorized("invalid_refresh_token", "The session is over. Sign in again.");
  }
  return problem(500, "internal", "");
}

Response problem_of(SwitchError error) {
  switch (error) {
    case SwitchError::tenant_not_found:
      return tenant_not_found();
  }
  return problem(500, "internal", "");
}

Response problem_of(const RequestMailError& error) {
  switch (error.code) {
    case RequestMailError::Code::invalid_email:
      return invalid_email();
    case RequestMailError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  return problem(500, "internal", "");
}

Response problem_of(VerifyEmailError error) {
  switch (error) {
    case VerifyEmailError::invalid_token:
      return invalid_token();
  }
  return problem(500, "internal", "");
}

Response problem_of(ResetPasswordError error) {
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
  return problem(500, "internal", "");
}

Response problem_of(UpdateRefusal error) {
  switch (error) {
    case UpdateRefusal::not_found:
      return unauthenticated();  // the caller's own account is gone
    case UpdateRefusal::stale:
      return http::stale();
  }
  return problem(500, "internal", "");
}

Response problem_of(CreateTenantError error) {
  switch (error) {
    case CreateTenantError::has_tenant:
      return problem(409, "has_tenant", "You belong to a company already.");
    case CreateTenantError::idempotency_key_in_use:
      return key_in_use();
    case CreateTenantError::idempotency_key_reused:
      return key_reused();
  }
  return problem(500, "internal", "");
}

Response problem_of(UpdateTenantError error) {
  switch (error) {
    case UpdateTenantError::not_permitted:
      return not_permitted();
    case UpdateTenantError::tenant_not_found:
      return tenant_not_found();
    case UpdateTenantError::stale:
      return http::stale();
  }
  return problem(500, "internal", "");
}

Response problem_of(const ChangeRoleError& error) {
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
  return problem(500, "internal", "");
}

Response problem_of(MemberChangeRefusal error) {
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
  return problem(500, "internal", "");
}

Response problem_of(const CreateInvitationError& error) {
  switch (error.code) {
    case CreateInvitationError::Code::invalid_email:
      return invalid_email();
    case CreateInvitationError::Code::not_permitted:
      return not_permitted();
    case CreateInvitationError::Code::already_member:
      return problem(409, "already_member", "This person belongs to the company already.");
    case CreateInvitationError::Code::already_invited:
      return problem(409, "already_invited",
                     "This address has an open invitation. Withdraw it to send another.");
    case CreateInvitationError::Code::idempotency_key_in_use:
      return key_in_use();
    case CreateInvitationError::Code::idempotency_key_reused:
      return key_reused();
    case CreateInvitationError::Code::too_many_requests:
      return too_many_requests(error.wait);
  }
  return problem(500, "internal", "");
}

Response problem_of(ListInvitationsError error) {
  switch (error) {
    case ListInvitationsError::not_permitted:
      return not_permitted();
  }
  return problem(500, "internal", "");
}

Response problem_of(WithdrawInvitationError error) {
  switch (error) {
    case WithdrawInvitationError::not_permitted:
      return not_permitted();
    case WithdrawInvitationError::invitation_not_found:
      return problem(404, "invitation_not_found", "There is no such invitation in this company.");
    case WithdrawInvitationError::invitation_accepted:
      return problem(409, "invitation_accepted",
                     "The invitation was accepted already. Remove the member instead.");
  }
  return problem(500, "internal", "");
}

Response problem_of(const AcceptInvitationError& error) {
  switch (error.code) {
    case AcceptInvitationError::Code::invalid_token:
      return invalid_token();
    case AcceptInvitationError::Code::sign_in_required:
      return unauthorized(
          "sign_in_required",
          "There is an account with the invited address. Send its password, or sign in and accept again.");
    case AcceptInvitationError::Code::invalid_credentials:
      return invalid_credentials();
    case AcceptInvitationError::Code::account_locked:
      return account_locked();
    case AcceptInvitationError::Code::invitation_not_yours:
      return problem(403, "invitation_not_yours", "The invitation was sent to another address than yours.");
    case AcceptInvitationError::Code::already_member:
      return problem(409, "already_member", "You belong to the company already.");
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
  return problem(500, "internal", "");
}

}  // namespace mrbill::auth
