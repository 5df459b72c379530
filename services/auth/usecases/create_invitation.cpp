#include "usecases/create_invitation.hpp"

#include <base/unreachable.hpp>

#include "domain/link_life.hpp"

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
    case InviteRefusal::idempotency_key_reused:
      return Code::idempotency_key_reused;
  }
  unreachable();
}

// Now or by an earlier request with the same key: the same request says all but id and moment.
Invitation invitation_of(const CreateInvitation::Command& command, EmailAddress email,
                         const Created& created) {
  return {.id = InvitationId{created.id},
          .email = std::move(email),
          .role = command.role,
          .invited_by = command.caller.user,
          .created_at = created.at,
          .expires_at = created.at + invitation_life,
          .accepted_at = std::nullopt,
          .withdrawn_at = std::nullopt};
}

}  // namespace

Task<Result<Invitation, CreateInvitationError>> CreateInvitation::operator()(Command command) {
  if (!may_invite_as(command.caller.role, command.role)) co_return fail(refusal(Code::not_permitted));
  auto email = EmailAddress::parse(command.email);
  if (!email) co_return fail(refusal(Code::invalid_email));
  if (command.key) {
    const auto known = co_await creations_.find(command.caller, *command.key, clock_.now());
    if (!known) co_return fail(refusal(Code::idempotency_key_reused));
    if (*known) co_return invitation_of(command, *std::move(email), **known);
  }
  const auto counters = rules_.invite(command.caller.tenant.to_string(), email->text());
  const auto wait = co_await throttle_.wait(counters);
  if (wait.count() > 0) co_return fail(CreateInvitationError{Code::too_many_requests, wait});
  co_await throttle_.count(counters);
  co_return co_await create(std::move(command), *std::move(email));
}

Task<Result<Invitation, CreateInvitationError>> CreateInvitation::create(Command command,
                                                                         EmailAddress email) {
  const Created created{.id = new_uuid(clock_, random_), .at = clock_.now()};
  const auto invitation = invitation_of(command, std::move(email), created);
  const auto token = link_tokens_.derive(LinkPurpose::invitation, invitation.id.uuid);
  NewInvitation order{.caller = command.caller,
                      .invitation = invitation,
                      .token_hash = sha256(token.reveal()),
                      .mail = LinkId{new_uuid(clock_, random_)},
                      .key = command.key,
                      .rule = &may_invite_as};
  const auto added = co_await invitations_.add(std::move(order));
  if (!added) co_return fail(refusal(code_of(added.error())));
  co_return invitation_of(command, invitation.email, *added);
}

}  // namespace mrbill::auth
