#include "usecases/create_invitation.hpp"

namespace mrbill::auth {
namespace {

using Code = CreateInvitationError::Code;

CreateInvitationError refusal(Code code) {
  return {code, std::chrono::milliseconds{0}};
}

Code code_of(InviteRefusal refusal) {
  switch (refusal) {
    case InviteRefusal::not_permitted:
      return Code::not_permitted;
    case InviteRefusal::already_member:
      return Code::already_member;
    case InviteRefusal::already_invited:
      return Code::already_invited;
    case InviteRefusal::idempotency_key_in_use:
      return Code::idempotency_key_in_use;
  }
  return Code::already_invited;
}

}  // namespace

Task<Result<std::string, CreateInvitationError>> CreateInvitation::operator()(Command command) {
  if (!may_invite_as(command.caller.role, command.role)) co_return fail(refusal(Code::not_permitted));
  auto email = EmailAddress::parse(command.email);
  if (!email) co_return fail(refusal(Code::invalid_email));
  if (command.answer_key) {
    auto given = co_await answers_.find(*command.answer_key);
    if (!given) co_return fail(refusal(Code::idempotency_key_reused));
    if (*given) co_return **std::move(given);
  }
  const auto counters = rules_.invite(command.caller.tenant.to_string(), email->text());
  const auto wait = co_await throttle_.wait(counters);
  if (wait.count() > 0) co_return fail(CreateInvitationError{Code::too_many_requests, wait});
  co_await throttle_.count(counters);
  co_return co_await create(std::move(command), *std::move(email));
}

Task<Result<std::string, CreateInvitationError>> CreateInvitation::create(Command command,
                                                                          EmailAddress email) {
  const auto now = clock_.now();
  const Invitation invitation{.id = InvitationId{new_uuid(clock_, random_)},
                              .email = std::move(email),
                              .role = command.role,
                              .invited_by = command.caller.user,
                              .created_at = now,
                              .expires_at = now + invitation_life,
                              .accepted_at = std::nullopt,
                              .withdrawn_at = std::nullopt};
  const auto token = link_tokens_.derive(LinkPurpose::invitation, invitation.id.uuid);
  auto answer = command.print(invitation);
  NewInvitation order{.caller = std::move(command.caller),
                      .invitation = invitation,
                      .token_hash = sha256(token.reveal()),
                      .mail = LinkId{new_uuid(clock_, random_)},
                      .answer = std::nullopt,
                      .rule = &may_invite_as};
  if (command.answer_key) order.answer = Answer{*std::move(command.answer_key), answer};
  const auto added = co_await invitations_.add(std::move(order));
  if (!added) co_return fail(refusal(code_of(added.error())));
  co_return answer;
}

}  // namespace mrbill::auth
