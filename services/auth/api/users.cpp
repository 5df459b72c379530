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

std::optional<AnswerKey> AuthApi::answer_key(std::string_view route, const http::Request& request,
                                             const std::optional<std::string>& key,
                                             const Caller* caller) const {
  if (!key) return std::nullopt;
  AnswerKey out{.tenant = std::nullopt,
                .user = std::nullopt,
                .route = std::string(route),
                .key = settings_.idempotency.mac(*key),
                .request = settings_.idempotency.mac(request.body)};
  if (caller != nullptr) {
    out.tenant = caller->tenant;
    out.user = caller->user;
  }
  return out;
}

Task<contract::auth::CreateUserAnswer> AuthApi::create_user(http::Request request,
                                                            contract::auth::CreateUserInput input) {
  CreateUser::Command command{
      .email = std::move(input.body.email),
      .password = std::move(input.body.password),
      .full_name = std::move(input.body.full_name),
      .company_name = std::move(input.body.company_name),
      .preferences = preferences_of(requested_preferences(request, input.body), settings_.preferences),
      .network = network_of(request),
      .device = device_of(input, settings_.devices, clock_.now()),
      .answer_key = answer_key("createUser", request, input.idempotency_key, nullptr),
      .print = [](const CreatedUser& created) { return to_json(to_contract(created)); },
      .traceparent = request.trace.to_traceparent()};
  auto answer = co_await create_user_(std::move(command));
  if (!answer) co_return problem_of(answer.error());
  auto response = http::json_response(201, *std::move(answer));
  response.headers.set("Location", "/api/v1/users/me");
  co_return response;
}

Task<contract::auth::GetMeAnswer> AuthApi::get_me(http::Request request, contract::auth::GetMeInput) {
  const auto me = co_await get_me_(caller_of(request));
  if (!me) co_return unauthenticated();
  co_return me_response(request, *me);
}

Task<contract::auth::UpdateMeAnswer> AuthApi::update_me(http::Request request,
                                                        contract::auth::UpdateMeInput input) {
  auto version = http::expected_version_of(input.if_match);
  if (!version) co_return std::move(version).error();
  PersonChange change{value_of(input.body.full_name), value_of(input.body.locale),
                      value_of(input.body.time_zone)};
  const auto me = co_await update_me_(caller_of(request), std::move(change), *std::move(version));
  if (!me) co_return problem_of(me.error());
  co_return me_response(request, *me);
}

}  // namespace mrbill::auth
