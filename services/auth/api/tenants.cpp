#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/request_facts.hpp"

namespace mrbill::auth {
namespace {

constexpr std::string_view members_list = wire::operation::list_members;

http::Response tenant_response(const http::Request& request, const Tenant& tenant) {
  return http::tagged(request, tenant.version, to_json(to_contract(tenant)));
}

http::Response member_response(const http::Request& request, const Member& member, bool with_address) {
  return http::tagged(request, member.version, to_json(to_contract(member, with_address)));
}

}  // namespace

Task<wire::CreateTenantAnswer> AuthApi::create_tenant(http::Request request, wire::CreateTenantInput input) {
  const auto caller = caller_of(request);
  CreateTenant::Command command{
      .caller = caller,
      .name = std::move(input.body.company_name),
      .key = key_of(request, wire::operation::create_tenant, input.idempotency_key)};
  const auto created = co_await create_tenant_(std::move(command));
  if (!created) co_return problem_of(created.error());
  auto response = http::json_response(201, to_json(to_contract(*created)));
  response.headers.set("Location", "/api/v1/tenants/current");
  co_return response;
}

Task<wire::GetTenantAnswer> AuthApi::get_tenant(http::Request request, wire::GetTenantInput) {
  const auto tenant = co_await ports_.tenants.find(caller_of(request));
  if (!tenant) co_return tenant_not_found();
  co_return tenant_response(request, *tenant);
}

Task<wire::UpdateTenantAnswer> AuthApi::update_tenant(http::Request request, wire::UpdateTenantInput input) {
  const auto caller = caller_of(request);
  auto version = http::expected_version_of(input.if_match);
  if (!version) co_return std::move(version).error();
  if (!input.body.company_name.has_value()) {  // an empty patch changes nothing
    const auto tenant = co_await ports_.tenants.find(caller);
    if (!tenant) co_return tenant_not_found();
    co_return tenant_response(request, *tenant);
  }
  const auto renamed = co_await update_tenant_(caller, input.body.company_name.value(), *std::move(version));
  if (!renamed) co_return problem_of(renamed.error());
  co_return tenant_response(request, *renamed);
}

Task<wire::ListMembersAnswer> AuthApi::list_members(http::Request request, wire::ListMembersInput input) {
  const auto caller = caller_of(request);
  const auto asked = page_request(cursors_, members_list, caller, input);
  if (!asked) co_return invalid_cursor();
  const auto list = co_await list_members_(caller, *asked);
  wire::MemberPage out;
  for (const auto& member : list.page.items) out.items.push_back(to_contract(member, list.with_addresses));
  out.pagination = pagination_of(cursors_, members_list, caller, *asked, list.page);
  co_return paged(request, http::json_response(200, to_json(out)), out.pagination);
}

Task<wire::GetMemberAnswer> AuthApi::get_member(http::Request request, wire::GetMemberInput input) {
  const auto found = co_await get_member_(caller_of(request), UserId{input.user_id});
  if (!found) co_return member_not_found();
  co_return member_response(request, found->member, found->with_address);
}

Task<wire::UpdateMemberAnswer> AuthApi::update_member(http::Request request, wire::UpdateMemberInput input) {
  const auto caller = caller_of(request);
  auto version = http::expected_version_of(input.if_match);
  if (!version) co_return std::move(version).error();
  if (!input.body.role.has_value()) {  // an empty patch changes nothing
    const auto found = co_await get_member_(caller, UserId{input.user_id});
    if (!found) co_return member_not_found();
    co_return member_response(request, found->member, found->with_address);
  }
  const auto role = from_contract(input.body.role.value());
  const auto changed = co_await change_member_role_(caller, UserId{input.user_id}, role, *std::move(version));
  if (!changed) co_return problem_of(changed.error());
  co_return member_response(request, *changed, allows(caller.role, Action::see_addresses));
}

Task<wire::RemoveMemberAnswer> AuthApi::remove_member(http::Request request, wire::RemoveMemberInput input) {
  auto version = http::expected_version_of(input.if_match);
  if (!version) co_return std::move(version).error();
  const auto removed =
      co_await remove_member_(caller_of(request), UserId{input.user_id}, *std::move(version));
  if (!removed) co_return problem_of(removed.error());
  co_return http::no_content();
}

}  // namespace mrbill::auth
