// Films shown to others.
#include <algorithm>

#include <http/problem.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::content {
namespace {

std::string address_of(const std::string& public_url, const std::string& token) {
  return public_url + "/api/v1/content/shared/" + token;
}

Standing standing_of(const http::Request& request) {
  return request.principal->role == http::Role::owner ? Standing::owner : Standing::member;
}

wire::CompanySharePage page_of(const CompanySharePage& found, std::int64_t number, std::int64_t size) {
  wire::CompanySharePage page{.pagination = {.page = number,
                                             .page_size = size,
                                             .total_items = found.total,
                                             .total_pages = (found.total + size - 1) / size}};
  for (const auto& share : found.shares)
    page.items.push_back(
        {share.film.uuid, share.title, share.person_name, share.person_is_gone, share.created_at});
  return page;
}

}  // namespace

Task<http::Response> ContentApi::share_video(http::Request request, wire::ShareVideoInput input) {
  std::optional<int> confirmed;
  if (input.confirm_private) confirmed = static_cast<int>(*input.confirm_private);
  auto link = co_await share_film_(caller_of(request), RequestId{input.request_id}, confirmed);
  if (!link) co_return problem_of(std::move(link).error());
  const wire::Share answer{address_of(settings_.public_url, link->token), link->token, link->created_at};
  auto response = http::json_response(200, to_json(answer));
  response.headers.set("Cache-Control", "no-store");
  co_return response;
}

Task<http::Response> ContentApi::unshare_video(http::Request request, wire::UnshareVideoInput input) {
  auto outcome = co_await unshare_film_(caller_of(request), RequestId{input.request_id});
  if (!outcome) co_return problem_of(std::move(outcome).error());
  co_return http::no_content();
}

Task<http::Response> ContentApi::get_shared_video(http::Request, wire::GetSharedVideoInput input) {
  auto film = co_await show_shared_film_(input.token);
  if (!film) co_return problem_of(std::move(film).error());
  auto response = http::json_response(
      200, to_json(shared_of(*film, public_links_, address_of(settings_.public_url, input.token))));
  response.headers.set("X-Robots-Tag", "noindex");  // unlisted
  response.headers.set("Cache-Control", "no-store");
  co_return response;
}

Task<http::Response> ContentApi::list_company_shares(http::Request request,
                                                     wire::ListCompanySharesInput input) {
  const auto number = input.page.value_or(1);
  const auto offset = std::min<std::int64_t>((number - 1) * input.page_size, 1'000'000'000);
  auto found = co_await list_company_shares_(caller_of(request), standing_of(request), offset,
                                             static_cast<int>(input.page_size));
  if (!found) co_return problem_of(std::move(found).error());
  co_return http::json_response(200, to_json(page_of(*found, number, input.page_size)));
}

Task<http::Response> ContentApi::end_company_share(http::Request request, wire::EndCompanyShareInput input) {
  auto outcome =
      co_await end_company_share_(caller_of(request), standing_of(request), RequestId{input.request_id});
  if (!outcome) co_return problem_of(std::move(outcome).error());
  co_return http::no_content();
}

}  // namespace mrbill::content
