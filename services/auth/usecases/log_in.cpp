#include "usecases/log_in.hpp"

#include <algorithm>

#include "usecases/visitor.hpp"

namespace mrbill::auth {
namespace {

using Code = LogInError::Code;

LogInError refusal(Code code) {
  return {code, std::chrono::milliseconds{0}, {}};
}
LogInError busy(std::chrono::milliseconds wait) {
  return {Code::too_many_requests, wait, {}};
}

}  // namespace

Task<Result<SignedIn, LogInError>> LogIn::operator()(Command command) {
  const auto asked_at = clock_.now();
  const auto email = EmailAddress::parse(command.email);
  if (!email) co_return fail(refusal(Code::invalid_credentials));
  CO_TRY(const auto login, co_await check_password(command, *email));
  if (login.locked) co_return fail(refusal(Code::account_locked));
  if (!login.verified) co_return fail(refusal(Code::verification_required));
  CO_TRY(const auto tenant, co_await choose_tenant(login.user, command.tenant));
  co_return co_await open_session(std::move(command), login, tenant, asked_at);
}

Task<Result<Login, LogInError>> LogIn::check_password(Command command, EmailAddress email) {
  auto login = co_await ports_.accounts.find_login(email, rules_.networks.mac(command.network));
  const auto counters =
      rules_.throttle.log_in(email.text(), visitor_of(command.network, command.device, login));
  const auto wait = co_await ports_.throttle.wait(counters);
  if (wait.count() > 0) co_return fail(busy(wait));

  const auto hash = login ? login->password_hash : ports_.hasher.nobodys();
  const auto matches = co_await ports_.hasher.matches(Password::attempt(command.password), hash);
  if (!matches) co_return fail(busy(std::chrono::seconds{1}));
  if (!login || !*matches) {
    co_await ports_.throttle.count(counters);
    co_return fail(refusal(Code::invalid_credentials));
  }
  co_await ports_.throttle.forget(
      std::vector(1, counters.front()));  // their own failures; strangers' stay counted
  co_return *std::move(login);
}

Task<Result<std::optional<TenantId>, LogInError>> LogIn::choose_tenant(UserId user,
                                                                       std::optional<TenantId> wanted) {
  auto memberships = co_await ports_.memberships.of_person(user);
  if (wanted) {
    const auto found = std::ranges::find(memberships, *wanted, &Membership::tenant);
    if (found == memberships.end()) co_return fail(refusal(Code::invalid_credentials));
    co_return found->tenant;
  }
  if (memberships.empty()) co_return std::nullopt;
  if (memberships.size() > 1) {
    co_return fail(LogInError{Code::tenant_required, std::chrono::milliseconds{0}, std::move(memberships)});
  }
  co_return memberships.front().tenant;
}

Task<Result<SignedIn, LogInError>> LogIn::open_session(Command command, Login login,
                                                       std::optional<TenantId> tenant, Timestamp asked_at) {
  const SessionId session{new_uuid(clock_, random_)};
  const auto refresh_token = rules_.refresh_tokens.derive(session, 1);
  const auto now = clock_.now();
  const Opening opening{.session = session,
                        .sid = new_uuid(clock_, random_),
                        .user = login.user,
                        .tenant = tenant,
                        .transport = command.transport,
                        .refresh_hash = sha256(refresh_token.reveal()),
                        .network = rules_.networks.mac(command.network),
                        .password_changed_at = login.password_changed_at,
                        .at = now,
                        .expires_at = now + session_life};
  const auto live = co_await ports_.sessions.open(opening);
  if (!live) co_return fail(refusal(Code::invalid_credentials));
  const bool same_device = command.device && command.device->user == login.user;
  const Device device = same_device ? *command.device : Device{login.user, new_uuid(clock_, random_)};
  co_return SignedIn{*live, ports_.access_tokens.sign(*live, asked_at), refresh_token, command.transport,
                     device};
}

}  // namespace mrbill::auth
