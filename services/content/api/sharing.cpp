// Films shown to others.
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

}  // namespace

Task<http::Response> ContentApi::share_video(http::Request request, wire::ShareVideoInput input) {
  auto link = co_await share_film_(caller_of(request), RequestId{input.request_id});
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
      200, to_json(shared_of(*film, links_, address_of(settings_.public_url, input.token))));
  response.headers.set("X-Robots-Tag", "noindex");  // unlisted
  response.headers.set("Cache-Control", "no-store");
  co_return response;
}

}  // namespace mrbill::content
