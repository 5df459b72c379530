#include "usecases/create_user.hpp"

#include <base/unreachable.hpp>
#include <text/shown.hpp>

namespace mrbill::auth {
namespace {

using Code = CreateUserError::Code;

CreateUserError refusal(Code code) {
  return {code, std::chrono::milliseconds{0}};
}

Code code_of(SignUpRefusal refusal) {
  switch (refusal) {
    case SignUpRefusal::email_taken:
      return Code::email_taken;
    case SignUpRefusal::idempotency_key_in_use:
      return Code::idempotency_key_in_use;
    case SignUpRefusal::idempotency_key_reused:
      return Code::idempotency_key_reused;
  }
  unreachable();
}

// Now or by an earlier request with the same key: the same request says all but ids and moment.
CreatedUser created_of(const CreateUser::Command& command, const EmailAddress& email,
                       const Created& created) {
  const UserId user{created.id};
  return {.user = user,
          .tenant = company_of(user),
          .email = email.text(),
          .full_name = text::tidy_line(command.full_name),
          .company_name = text::tidy_line(command.company_name),
          .preferences = command.preferences,
          .created_at = created.at};
}

}  // namespace

Task<Result<CreatedUser, CreateUserError>> CreateUser::operator()(Command command) {
  auto email = EmailAddress::parse(command.email);
  if (!email) co_return fail(refusal(Code::invalid_email));
  auto password = Password::parse(command.password);
  if (!password) co_return fail(refusal(code_of<Code>(password.error())));

  if (command.key) {
    const auto known = co_await creations_.find(std::nullopt, *command.key, clock_.now());
    if (!known) co_return fail(refusal(Code::idempotency_key_reused));
    if (*known) co_return created_of(command, *email, **known);
  }
  const Visitor visitor{.network = command.network, .device = command.device};
  const auto pause = co_await wait(visitor);
  if (pause.count() > 0) co_return fail(CreateUserError{Code::too_many_requests, pause});
  co_return co_await create(std::move(command), *std::move(email), *std::move(password));
}

Task<std::chrono::milliseconds> CreateUser::wait(Visitor visitor) {
  auto counters = rules_.sign_up(visitor);
  for (auto& counter : rules_.taken_address(visitor)) counters.push_back(std::move(counter));
  co_return co_await throttle_.wait(std::move(counters));
}

Task<Result<CreatedUser, CreateUserError>> CreateUser::create(Command command, EmailAddress email,
                                                              Password password) {
  const Visitor visitor{.network = command.network, .device = command.device};
  co_await throttle_.count(rules_.sign_up(visitor));
  auto hash = co_await hasher_.hash(std::move(password));
  if (!hash) co_return fail(CreateUserError{Code::too_many_requests, std::chrono::seconds{1}});

  const UserId user{new_uuid(clock_, random_)};
  SignUp sign_up{.user = user,
                 .tenant = company_of(user),
                 .email = email,
                 .password_hash = *std::move(hash),
                 .full_name = text::tidy_line(command.full_name),
                 .company_name = text::tidy_line(command.company_name),
                 .preferences = command.preferences,
                 .at = clock_.now(),
                 .mail = LinkId{new_uuid(clock_, random_)},
                 .key = command.key,
                 .traceparent = command.traceparent};
  const auto added = co_await accounts_.add(std::move(sign_up));
  if (added) co_return created_of(command, email, *added);
  if (added.error() == SignUpRefusal::email_taken) co_await throttle_.count(rules_.taken_address(visitor));
  co_return fail(refusal(code_of(added.error())));
}

}  // namespace mrbill::auth
