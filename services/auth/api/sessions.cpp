#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/request_facts.hpp"

namespace mrbill::auth {
namespace {

using wire::SessionTransport;

Transport transport_of(const std::optional<SessionTransport>& header) {
  return header == SessionTransport::cookie ? Transport::cookie : Transport::body;
}

http::Response tokens_response(const AuthSettings& settings, const SignedIn& signed_in,
                               std::optional<std::string> device_token = {}) {
  auto tokens = to_contract(signed_in);
  if (signed_in.transport == Transport::body) tokens.device_token = device_token;
  auto response = http::json_response(200, to_json(tokens));
  never_store(response);
  if (signed_in.transport == Transport::cookie && signed_in.refresh_token) {
    settings.refresh_cookie.keep(response, session_life, signed_in.refresh_token->reveal());
    if (device_token) settings.device_cookie.keep(response, device_life, *std::move(device_token));
  }
  return response;
}

using NoRefreshToken = wire::RefreshSessionAnswer;

struct SentToken {
  std::string token;
  bool has_former_name = false;  // of its cookie
};

// The refresh token, from where the client says it keeps it.
template <class Input>
Result<SentToken, NoRefreshToken> refresh_token_of(const Input& input,
                                                   const std::optional<std::string>& cookie) {
  if (transport_of(input.x_session_transport) == Transport::cookie) {
    if (cookie) return SentToken{*cookie};
    if (input.mrbill_refresh) return SentToken{*input.mrbill_refresh, true};
    return fail(problem_of(RefreshError::invalid_refresh_token));
  }
  if (input.body && input.body->refresh_token) return SentToken{*input.body->refresh_token};
  if (cookie || input.mrbill_refresh) return fail(NoRefreshToken(session_transport_required()));
  return fail(NoRefreshToken(unauthenticated()));
}

http::Response logged_out(const InstallationCookie& cookie, Transport transport) {
  auto response = http::no_content();
  if (transport == Transport::cookie) cookie.drop(response);
  return response;
}

}  // namespace

Task<wire::LogInAnswer> AuthApi::log_in(http::Request request, wire::LogInInput input) {
  LogIn::Command command{.email = std::move(input.body.email),
                         .password = std::move(input.body.password),
                         .tenant = std::nullopt,
                         .transport = transport_of(input.x_session_transport),
                         .network = network_of(request),
                         .device = device_of(input, settings_.device_cookie.read(request.headers),
                                             settings_.devices, clock_.now())};
  if (input.body.tenant_id) command.tenant = TenantId{*input.body.tenant_id};
  const auto signed_in = co_await log_in_(std::move(command));
  if (!signed_in) co_return problem_of(signed_in.error());
  co_return tokens_response(settings_, *signed_in, settings_.devices.issue(*signed_in->device, clock_.now()));
}

Task<wire::RefreshSessionAnswer> AuthApi::refresh_session(http::Request request,
                                                          wire::RefreshSessionInput input) {
  auto sent = refresh_token_of(input, settings_.refresh_cookie.read(request.headers));
  if (!sent) co_return std::move(sent).error();
  RefreshSession::Command command{std::move(sent->token), transport_of(input.x_session_transport)};
  const auto signed_in = co_await refresh_session_(std::move(command));
  if (!signed_in) co_return problem_of(signed_in.error());
  auto response = tokens_response(settings_, *signed_in);
  // It was ours, as its token has shown: another installation's would have been refused.
  if (sent->has_former_name) settings_.refresh_cookie.drop_former(response);
  co_return response;
}

Task<wire::LogOutAnswer> AuthApi::log_out(http::Request request, wire::LogOutInput input) {
  const auto transport = transport_of(input.x_session_transport);
  if (request.principal) {
    co_await log_out_.by_access_token(caller_of(request));
    co_return logged_out(settings_.refresh_cookie, transport);
  }
  auto sent = refresh_token_of(input, settings_.refresh_cookie.read(request.headers));
  if (!sent) co_return std::move(sent).error();
  co_await log_out_.by_refresh_token(std::move(sent->token), transport);
  co_return logged_out(settings_.refresh_cookie, transport);
}

Task<wire::SwitchTenantAnswer> AuthApi::switch_tenant(http::Request request, wire::SwitchTenantInput input) {
  const auto signed_in = co_await switch_tenant_(caller_of(request), TenantId{input.body.tenant_id});
  if (!signed_in) co_return problem_of(signed_in.error());
  co_return tokens_response(settings_, *signed_in);
}

}  // namespace mrbill::auth
