// Films shown to others.
#include <algorithm>

#include <http/problem.hpp>
#include <locales/languages.hpp>
#include <objects/object_routes.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"
#include "api/shared_page.hpp"

namespace mrbill::content {
namespace {

// Unlisted, and seen by nobody's cache: it ends when it is shown no more.
http::Response unlisted(http::Response response) {
  response.headers.set("X-Robots-Tag", "noindex");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

// The same of a link behind which nothing is; no problem is cached.
auto unlisted(ShowSharedFilmError error) {
  return problem_of(error).with_header("X-Robots-Tag", "noindex");
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

http::Response ContentApi::answer_share(const ShareLink& link) const {
  const wire::Share answer{ShareLinks(settings_.public_url, link.token).page(), link.token, link.created_at};
  auto response = http::json_response(200, to_json(answer));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

Task<wire::ShareVideoAnswer> ContentApi::share_video(http::Request request, wire::ShareVideoInput input) {
  std::optional<int> confirmed;
  if (input.confirm_private) confirmed = static_cast<int>(*input.confirm_private);
  auto link = co_await share_film_(caller_of(request), RequestId{input.request_id}, confirmed);
  if (!link) co_return problem_of(std::move(link).error());
  co_return answer_share(*link);
}

Task<wire::GetShareAnswer> ContentApi::get_share(http::Request request, wire::GetShareInput input) {
  auto link = co_await read_share_link_(caller_of(request), RequestId{input.request_id});
  if (!link) co_return problem_of(std::move(link).error());
  co_return answer_share(*link);
}

Task<wire::UnshareVideoAnswer> ContentApi::unshare_video(http::Request request,
                                                         wire::UnshareVideoInput input) {
  auto outcome = co_await unshare_film_(caller_of(request), RequestId{input.request_id});
  if (!outcome) co_return problem_of(std::move(outcome).error());
  co_return http::no_content();
}

Task<wire::GetSharedVideoAnswer> ContentApi::get_shared_video(http::Request,
                                                              wire::GetSharedVideoInput input) {
  auto film = co_await show_shared_film_(input.token);
  if (!film) co_return problem_of(std::move(film).error());
  co_return unlisted(
      http::json_response(200, to_json(shared_of(*film, ShareLinks(settings_.public_url, input.token)))));
}

// Unknown, ended and mangled links are answered alike, with the same page.
Task<wire::ShowSharedFilmAnswer> ContentApi::show_shared_film(http::Request request,
                                                              wire::ShowSharedFilmInput input) {
  const auto film = co_await show_shared_film_(input.token);
  const auto wanted = locales::preferred_tag(request.headers.get_or("Accept-Language", ""));
  if (!film) co_return unlisted(no_film_page(wanted ? nearest_locale(*wanted) : Locale::pt_br));
  const ShareLinks links(settings_.public_url, input.token);
  const auto locale = wanted ? nearest_locale(*wanted) : film->request.spec.locale;
  co_return unlisted(film_page(shared_of(*film, links), links, locale));
}

Task<wire::GetSharedFileAnswer> ContentApi::get_shared_file(http::Request request,
                                                            wire::GetSharedFileInput input) {
  const auto film = co_await show_shared_film_(input.token);
  if (!film) co_return unlisted(ShowSharedFilmError::not_found);
  const auto& render = film->request.render.value();
  const auto key = key_of_shared(input.file, film->owner, render);
  if (!key) co_return unlisted(ShowSharedFilmError::not_found);
  objects::Serving serving{.download_name = input.file, .served_as = objects::ServedAs::part_of_a_page};
  auto response = co_await objects::serve(ports_.files, std::move(request), *key, std::move(serving));
  response.headers.set("X-Robots-Tag", "noindex");
  co_return response;
}

Task<wire::ListCompanySharesAnswer> ContentApi::list_company_shares(http::Request request,
                                                                    wire::ListCompanySharesInput input) {
  const auto number = input.page.value_or(1);
  const auto offset = std::min<std::int64_t>((number - 1) * input.page_size, 1'000'000'000);
  auto found = co_await list_company_shares_(caller_of(request), standing_of(request), offset,
                                             static_cast<int>(input.page_size));
  if (!found) co_return problem_of(std::move(found).error());
  co_return http::json_response(200, to_json(page_of(*found, number, input.page_size)));
}

Task<wire::EndCompanyShareAnswer> ContentApi::end_company_share(http::Request request,
                                                                wire::EndCompanyShareInput input) {
  auto outcome =
      co_await end_company_share_(caller_of(request), standing_of(request), RequestId{input.request_id});
  if (!outcome) co_return problem_of(std::move(outcome).error());
  co_return http::no_content();
}

}  // namespace mrbill::content
