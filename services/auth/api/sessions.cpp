#include <http/cookies.hpp>

#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/request_facts.hpp"

namespace mrbill::auth {
namespace {

using contract::auth::SessionTransport;

Transport transport_of(const std::optional<SessionTransport>& header) {
  return header == SessionTransport::cookie ? Transport::cookie : Transport::body;
}

void set_cookie(http::Response& response, std::string value, std::chrono::seconds life) {
  response.headers.add(
      "Set-Cookie",
      http::set_cookie(
          {.name = "mrbill_refresh", .value = std::move(value), .path = "/api/v1/auth", .max_age = life}));
}

http::Response tokens_response(const SignedIn& signed_in, std::optional<std::string> device_token = {}) {
  auto tokens = to_contract(signed_in);
  if (signed_in.transport == Transport::body) tokens.device_token = device_token;
  auto response = http::json_response(200, to_json(tokens));
  never_store(response);
  if (signed_in.transport == Transport::cookie && signed_in.refresh_token) {
    set_cookie(response, signed_in.refresh_token->reveal(), session_life);
    if (device_token) keep_device(response, *std::move(device_token));
  }
  return response;
}

using NoRefreshToken = contract::auth::RefreshSessionAnswer;

// The refresh token, from where the client says it keeps it.
template <class Input>
Result<std::string, NoRefreshToken> refresh_token_of(const Input& input) {
  if (transport_of(input.x_session_transport) == Transport::cookie) {
    if (input.mrbill_refresh) return *input.mrbill_refresh;
    return fail(problem_of(RefreshError::invalid_refresh_token));
  }
  if (input.body && input.body->refresh_token) return *input.body->refresh_token;
  if (input.mrbill_refresh) return fail(NoRefreshToken(session_transport_required()));
  return fail(NoRefreshToken(unauthenticated()));
}

http::Response logged_out(Transport transport) {
  auto response = http::no_content();
  if (transport == Transport::cookie) set_cookie(response, "", std::chrono::seconds{0});
  return response;
}

}  // namespace

Task<contract::auth::LogInAnswer> AuthApi::log_in(http::Request request, contract::auth::LogInInput input) {
  LogIn::Command command{.email = std::move(input.body.email),
                         .password = std::move(input.body.password),
                         .tenant = std::nullopt,
                         .transport = transport_of(input.x_session_transport),
                         .network = network_of(request),
                         .device = device_of(input, settings_.devices, clock_.now())};
  if (input.body.tenant_id) command.tenant = TenantId{*input.body.tenant_id};
  const auto signed_in = co_await log_in_(std::move(command));
  if (!signed_in) co_return problem_of(signed_in.error());
  co_return tokens_response(*signed_in, settings_.devices.issue(*signed_in->device, clock_.now()));
}

Task<contract::auth::RefreshSessionAnswer> AuthApi::refresh_session(
    http::Request, contract::auth::RefreshSessionInput input) {
  auto token = refresh_token_of(input);
  if (!token) co_return std::move(token).error();
  RefreshSession::Command command{*std::move(token), transport_of(input.x_session_transport)};
  const auto signed_in = co_await refresh_session_(std::move(command));
  if (!signed_in) co_return problem_of(signed_in.error());
  co_return tokens_response(*signed_in);
}

Task<contract::auth::LogOutAnswer> AuthApi::log_out(http::Request request,
                                                    contract::auth::LogOutInput input) {
  const auto transport = transport_of(input.x_session_transport);
  if (request.principal) {
    co_await log_out_.by_access_token(caller_of(request));
    co_return logged_out(transport);
  }
  auto token = refresh_token_of(input);
  if (!token) co_return std::move(token).error();
  co_await log_out_.by_refresh_token(*std::move(token), transport);
  co_return logged_out(transport);
}

Task<contract::auth::SwitchTenantAnswer> AuthApi::switch_tenant(http::Request request,
                                                                contract::auth::SwitchTenantInput input) {
  const auto signed_in = co_await switch_tenant_(caller_of(request), TenantId{input.body.tenant_id});
  if (!signed_in) co_return problem_of(signed_in.error());
  co_return tokens_response(*signed_in);
}

}  // namespace mrbill::auth
