#include "usecases/accept_invitation.hpp"

#include <text/shown.hpp>

#include "domain/link_token.hpp"

namespace mrbill::auth {
namespace {

using enum AcceptInvitationError;

AcceptInvitationError code_of(PasswordRefusal refusal) {
  switch (refusal) {
    case PasswordRefusal::too_long:
      return password_too_long;
    case PasswordRefusal::too_common:
      return password_too_common;
    case PasswordRefusal::too_short:
    case PasswordRefusal::not_text:
      return password_too_short;
  }
  return password_too_short;
}

// Who the caller is to the invited address; nothing stands in the way.
std::optional<AcceptInvitationError> wrong_person(const InvitationOffer& offer,
                                                  const std::optional<Caller>& caller) {
  if (!caller) return offer.account ? std::optional(sign_in_required) : std::nullopt;
  if (offer.account != caller->user) return invitation_not_yours;
  return std::nullopt;
}

}  // namespace

Task<Result<Joined, AcceptInvitationError>> AcceptInvitation::run(Command command) {
  CO_TRY(auto offer, co_await find(command.token));
  if (const auto wrong = wrong_person(offer, command.caller)) co_return fail(*wrong);

  Acceptance acceptance{.offer = offer,
                        .user = offer.account.value_or(UserId{}),
                        .account = std::nullopt,
                        .at = clock_.now(),
                        .traceparent = command.traceparent};
  if (!offer.account) {
    CO_TRY(auto account, co_await new_account(std::move(command)));
    acceptance.user = UserId{new_uuid(clock_, random_)};
    acceptance.account = std::move(account);
  }
  const auto accepted = co_await invitations_.accept(acceptance);
  if (!accepted)
    co_return fail(accepted.error() == AcceptRefusal::already_member ? already_member : invalid_token);
  co_return Joined{acceptance.user, {offer.tenant, offer.tenant_name, offer.invitation.role}};
}

Task<Result<InvitationOffer, AcceptInvitationError>> AcceptInvitation::find(std::string token) {
  const auto hash = link_hash(token);
  if (!hash) co_return fail(invalid_token);
  auto offer = co_await invitations_.find(*hash);
  if (!offer || offer->invitation.state(clock_.now()) != InvitationState::pending)
    co_return fail(invalid_token);
  co_return *std::move(offer);
}

Task<Result<NewAccount, AcceptInvitationError>> AcceptInvitation::new_account(Command command) {
  if (!command.full_name) co_return fail(full_name_required);
  if (!command.password) co_return fail(password_required);
  auto password = Password::parse(*command.password);
  if (!password) co_return fail(code_of(password.error()));
  auto hash = co_await hasher_.hash(*std::move(password));
  if (!hash) co_return fail(too_many_requests);
  co_return NewAccount{*std::move(hash), text::tidy_line(*command.full_name)};
}

}  // namespace mrbill::auth
