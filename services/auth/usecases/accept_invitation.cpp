#include "usecases/accept_invitation.hpp"

#include <text/shown.hpp>

#include "domain/link_token.hpp"

namespace mrbill::auth {
namespace {

using Code = AcceptInvitationError::Code;

AcceptInvitationError refusal(Code code) {
  return {code, std::chrono::milliseconds{0}};
}
AcceptInvitationError busy(std::chrono::milliseconds wait) {
  return {Code::too_many_requests, wait};
}

}  // namespace

Task<Result<Joined, AcceptInvitationError>> AcceptInvitation::operator()(Command command) {
  CO_TRY(auto offer, co_await find(command.token));
  Acceptance acceptance{.offer = offer,
                        .user = offer.account.value_or(UserId{}),
                        .account = std::nullopt,
                        .network = std::nullopt,
                        .at = clock_.now(),
                        .traceparent = command.traceparent};
  const auto device = command.device;
  if (!command.caller) acceptance.network = networks_.mac(command.network);
  if (offer.account || command.caller) {
    const auto proven = co_await prove(std::move(command), offer);
    if (!proven) co_return fail(proven.error());
  } else {
    CO_TRY(auto account, co_await new_account(std::move(command)));
    acceptance.user = UserId{new_uuid(clock_, random_)};
    acceptance.account = std::move(account);
  }
  const auto accepted = co_await invitations_.accept(acceptance);
  if (!accepted)
    co_return fail(refusal(accepted.error() == AcceptRefusal::already_member ? Code::already_member
                                                                             : Code::invalid_token));
  Joined joined{acceptance.user, {offer.tenant, offer.tenant_name, offer.invitation.role}};
  if (acceptance.network) joined.device = device_after(device, acceptance.user);
  co_return joined;
}

Device AcceptInvitation::device_after(const std::optional<Device>& before, UserId user) {
  return before && before->user == user ? *before : Device{user, new_uuid(clock_, random_)};
}

Task<Result<InvitationOffer, AcceptInvitationError>> AcceptInvitation::find(std::string token) {
  const auto hash = link_hash(token);
  if (!hash) co_return fail(refusal(Code::invalid_token));
  auto offer = co_await invitations_.find(*hash);
  if (!offer || offer->invitation.state(clock_.now()) != InvitationState::pending)
    co_return fail(refusal(Code::invalid_token));
  co_return *std::move(offer);
}

Task<Result<void, AcceptInvitationError>> AcceptInvitation::prove(Command command, InvitationOffer offer) {
  if (command.caller) {
    if (offer.account != command.caller->user) co_return fail(refusal(Code::invitation_not_yours));
    co_return Result<void, AcceptInvitationError>{};
  }
  if (!command.password) co_return fail(refusal(Code::sign_in_required));
  LogIn::Command attempt{.email = offer.invitation.email.text(),
                         .password = *std::move(command.password),
                         .tenant = std::nullopt,
                         .network = std::move(command.network),
                         .device = command.device};
  const auto login = co_await log_in_.check_password(std::move(attempt), offer.invitation.email);
  if (!login && login.error().code == LogInError::Code::too_many_requests)
    co_return fail(busy(login.error().wait));
  if (!login || login->user != *offer.account) co_return fail(refusal(Code::invalid_credentials));
  if (login->locked) co_return fail(refusal(Code::account_locked));
  co_return Result<void, AcceptInvitationError>{};
}

Task<Result<NewAccount, AcceptInvitationError>> AcceptInvitation::new_account(Command command) {
  if (!command.full_name) co_return fail(refusal(Code::full_name_required));
  if (!command.password) co_return fail(refusal(Code::password_required));
  auto password = Password::parse(*command.password);
  if (!password) co_return fail(refusal(code_of<Code>(password.error())));
  auto hash = co_await hasher_.hash(*std::move(password));
  if (!hash) co_return fail(busy(std::chrono::seconds{1}));
  co_return NewAccount{*std::move(hash), text::tidy_line(*command.full_name), std::move(command.preferences)};
}

}  // namespace mrbill::auth
