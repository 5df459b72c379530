#include "usecases/create_user.hpp"

#include <text/shown.hpp>

namespace mrbill::auth {
namespace {

using Code = CreateUserError::Code;

CreateUserError refusal(Code code) {
  return {code, std::chrono::milliseconds{0}};
}

}  // namespace

Task<Result<std::string, CreateUserError>> CreateUser::operator()(Command command) {
  auto email = EmailAddress::parse(command.email);
  if (!email) co_return fail(refusal(Code::invalid_email));
  auto password = Password::parse(command.password);
  if (!password) co_return fail(refusal(code_of<Code>(password.error())));

  if (command.answer_key) {
    auto given = co_await answers_.find(*command.answer_key);
    if (!given) co_return fail(refusal(Code::idempotency_key_reused));
    if (*given) co_return **std::move(given);
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

Task<Result<std::string, CreateUserError>> CreateUser::create(Command command, EmailAddress email,
                                                              Password password) {
  const Visitor visitor{.network = command.network, .device = command.device};
  co_await throttle_.count(rules_.sign_up(visitor));
  auto hash = co_await hasher_.hash(std::move(password));
  if (!hash) co_return fail(CreateUserError{Code::too_many_requests, std::chrono::seconds{1}});

  CreatedUser created{.user = UserId{new_uuid(clock_, random_)},
                      .tenant = TenantId{new_uuid(clock_, random_)},
                      .email = email.text(),
                      .full_name = text::tidy_line(command.full_name),
                      .company_name = text::tidy_line(command.company_name),
                      .preferences = std::move(command.preferences),
                      .created_at = clock_.now()};
  auto answer = command.print(created);
  SignUp sign_up{.user = created.user,
                 .tenant = created.tenant,
                 .email = std::move(email),
                 .password_hash = *std::move(hash),
                 .full_name = created.full_name,
                 .company_name = created.company_name,
                 .preferences = created.preferences,
                 .at = created.created_at,
                 .mail = LinkId{new_uuid(clock_, random_)},
                 .answer = std::nullopt,
                 .traceparent = std::move(command.traceparent)};
  if (command.answer_key) sign_up.answer = Answer{*std::move(command.answer_key), answer};

  auto added = co_await accounts_.add(std::move(sign_up));
  if (added) co_return answer;
  if (added.error() == SignUpRefusal::idempotency_key_in_use)
    co_return fail(refusal(Code::idempotency_key_in_use));
  co_await throttle_.count(rules_.taken_address(visitor));
  co_return fail(refusal(Code::email_taken));
}

}  // namespace mrbill::auth
