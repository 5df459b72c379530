#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/request_facts.hpp"

namespace mrbill::auth {
namespace {

constexpr std::string_view invitations_list = wire::operation::list_invitations;
constexpr std::string_view invitations_path = "/api/v1/tenants/current/invitations";

}  // namespace

Task<wire::ListInvitationsAnswer> AuthApi::list_invitations(http::Request request,
                                                            wire::ListInvitationsInput input) {
  const auto caller = caller_of(request);
  const auto asked = page_request(cursors_, invitations_list, caller, input);
  if (!asked) co_return invalid_cursor();
  const auto page = co_await list_invitations_(caller, *asked);
  if (!page) co_return problem_of(page.error());
  wire::InvitationPage out;
  for (const auto& invitation : page->items) out.items.push_back(to_contract(invitation, clock_.now()));
  out.pagination = pagination_of(cursors_, invitations_list, caller, *asked, *page);
  co_return paged(request, http::json_response(200, to_json(out)), out.pagination);
}

Task<wire::CreateInvitationAnswer> AuthApi::create_invitation(http::Request request,
                                                              wire::CreateInvitationInput input) {
  const auto caller = caller_of(request);
  CreateInvitation::Command command{
      .caller = caller,
      .email = std::move(input.body.email),
      .role = from_contract(input.body.role),
      .key = key_of(request, wire::operation::create_invitation, input.idempotency_key)};
  const auto created = co_await create_invitation_(std::move(command));
  if (!created) co_return problem_of(created.error());
  auto response = http::json_response(201, to_json(to_contract(*created, clock_.now())));
  response.headers.set("Location", std::string(invitations_path));
  co_return response;
}

Task<wire::WithdrawInvitationAnswer> AuthApi::withdraw_invitation(http::Request request,
                                                                  wire::WithdrawInvitationInput input) {
  const auto withdrawn = co_await withdraw_invitation_(caller_of(request), InvitationId{input.invitation_id});
  if (!withdrawn) co_return problem_of(withdrawn.error());
  co_return http::no_content();
}

Task<wire::ShowAcceptInvitationAnswer> AuthApi::show_accept_invitation(
    http::Request request, wire::ShowAcceptInvitationInput input) {
  return show_link(LinkPurpose::invitation, std::move(input.token), std::move(request));
}

Task<wire::ReadInvitationAnswer> AuthApi::read_invitation(http::Request, wire::ReadInvitationInput input) {
  const auto link = co_await show_link_(LinkPurpose::invitation, std::move(input.body.token));
  if (!link.offer) co_return unknown_invitation();
  co_return http::json_response(200, to_json(to_contract(*link.offer, clock_.now())));
}

Task<wire::AcceptInvitationAnswer> AuthApi::accept_invitation(http::Request request,
                                                              wire::AcceptInvitationInput input) {
  AcceptInvitation::Command command{
      .token = std::move(input.body.token),
      .caller = std::nullopt,
      .full_name = std::move(input.body.full_name),
      .password = std::move(input.body.password),
      .preferences = preferences_of(requested_preferences(request, input.body), settings_.preferences),
      .network = network_of(request),
      .device =
          device_of(input, settings_.device_cookie.read(request.headers), settings_.devices, clock_.now()),
      .traceparent = request.trace.to_traceparent()};
  if (request.principal) command.caller = caller_of(request);
  const auto joined = co_await accept_invitation_(std::move(command));
  if (!joined) co_return problem_of(joined.error());
  auto response = http::json_response(200, to_json(to_contract(*joined)));
  if (joined->device)
    settings_.device_cookie.keep(response, device_life,
                                 settings_.devices.issue(*joined->device, clock_.now()));
  co_return response;
}

}  // namespace mrbill::auth
