#include "usecases/reset_password.hpp"

namespace mrbill::auth {

Task<Result<Device, ResetPasswordError>> ResetPassword::operator()(Command command) {
  const auto now = clock_.now();
  auto password = Password::parse(command.password);
  if (!password) co_return fail(code_of<ResetPasswordError>(password.error()));
  const auto token_hash = link_hash(command.token);
  if (!token_hash) co_return fail(ResetPasswordError::invalid_token);
  const auto link = co_await ports_.links.find(*token_hash, LinkPurpose::reset_password);
  if (!link || !link->usable(now)) co_return fail(ResetPasswordError::invalid_token);

  auto hash = co_await ports_.hasher.hash(*std::move(password));
  if (!hash) co_return fail(ResetPasswordError::too_many_requests);
  const PasswordReset reset{*link, *std::move(hash), networks_.mac(command.network),
                            LinkId{new_uuid(clock_, random_)}, now};
  const bool done = co_await ports_.links.reset_password(reset);
  if (!done) co_return fail(ResetPasswordError::invalid_token);
  co_await forget_failures(link->user, command.network);
  co_return Device{link->user, new_uuid(clock_, random_)};
}

Task<> ResetPassword::forget_failures(UserId user, std::string network) {
  const auto person = co_await ports_.accounts.find(user);
  if (!person) co_return;
  const auto counters = rules_.log_in(person->email.text(), {.network = network, .known_network = true});
  co_await ports_.throttle.forget(std::vector(1, counters.front()));
}

}  // namespace mrbill::auth
