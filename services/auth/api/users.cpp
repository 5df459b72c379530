#include <fmt/format.h>

#include <http/idempotency.hpp>

#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/request_facts.hpp"

namespace mrbill::auth {
namespace {

http::Response me_response(const http::Request& request, const Me& me) {
  return http::tagged(request, me.person.version, to_json(to_contract(me, caller_of(request))));
}

std::optional<std::string> value_of(const Patch<std::string>& patch) {
  return patch.has_value() ? std::optional(patch.value()) : std::nullopt;
}

}  // namespace

// Bodies hold passwords, and keys are nobody else's: only keyed digests of them are kept. An answer depends
// on the language that it was asked in as well.
std::optional<IdempotencyKey> AuthApi::key_of(const http::Request& request, std::string_view operation,
                                              const std::optional<std::string>& key) const {
  if (!key) return std::nullopt;
  const auto language = request.headers.get_or("Accept-Language", "");
  const auto digest = [&](std::string_view whole) {
    return settings_.idempotency.mac(fmt::format("{}\n{}", language, whole));
  };
  return http::key_of(request, operation, to_hex(settings_.idempotency.mac(*key)), digest);
}

Task<wire::CreateUserAnswer> AuthApi::create_user(http::Request request, wire::CreateUserInput input) {
  CreateUser::Command command{
      .email = std::move(input.body.email),
      .password = std::move(input.body.password),
      .full_name = std::move(input.body.full_name),
      .company_name = std::move(input.body.company_name),
      .preferences = preferences_of(requested_preferences(request, input.body), settings_.preferences),
      .network = network_of(request),
      .device =
          device_of(input, settings_.device_cookie.read(request.headers), settings_.devices, clock_.now()),
      .key = key_of(request, wire::operation::create_user, input.idempotency_key),
      .traceparent = request.trace.to_traceparent()};
  const auto created = co_await create_user_(std::move(command));
  if (!created) co_return problem_of(created.error());
  auto response = http::json_response(201, to_json(to_contract(*created)));
  response.headers.set("Location", "/api/v1/users/me");
  co_return response;
}

Task<wire::GetMeAnswer> AuthApi::get_me(http::Request request, wire::GetMeInput) {
  const auto me = co_await get_me_(caller_of(request));
  if (!me) co_return unauthenticated();
  co_return me_response(request, *me);
}

Task<wire::UpdateMeAnswer> AuthApi::update_me(http::Request request, wire::UpdateMeInput input) {
  auto version = http::expected_version_of(input.if_match);
  if (!version) co_return std::move(version).error();
  PersonChange change{value_of(input.body.full_name), value_of(input.body.locale),
                      value_of(input.body.time_zone)};
  const auto me = co_await update_me_(caller_of(request), std::move(change), *std::move(version));
  if (!me) co_return problem_of(me.error());
  co_return me_response(request, *me);
}

}  // namespace mrbill::auth
