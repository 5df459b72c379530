// What lists and streams of films and of reports have in common.
#include <algorithm>

#include <fmt/format.h>

#include <http/event_stream.hpp>
#include <http/links.hpp>
#include <http/problem.hpp>
#include <http/query.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"
#include "api/work_stream.hpp"

namespace mrbill::content {

ContentApi::ContentApi(const ContentPorts& ports, ContentSettings settings, const Clock& clock,
                       Random& random)
    : ports_(ports),
      settings_(std::move(settings)),
      clock_(clock),
      cursors_(settings_.cursor_secret),
      links_(ports.files),
      share_tokens_(settings_.cursor_secret),
      complete_spec_(ports.people, ports.tracks, clock),
      request_content_(ports.store, clock, random),
      get_content_(ports.store, ports.files, clock, random),
      list_content_(ports.store),
      cancel_content_(ports.store),
      retry_content_(ports.store, clock, random),
      delete_content_(ports.store),
      draw_storyboard_({ports.pocs, ports.renderer, ports.files, ports.ledger, ports.people}, clock, random),
      share_film_(ports.sharing, share_tokens_, clock, random),
      read_share_link_(ports.sharing, share_tokens_),
      unshare_film_(ports.sharing),
      show_shared_film_(ports.sharing),
      list_company_shares_(ports.company_shares),
      end_company_share_(ports.company_shares),
      upload_track_(ports.tracks, ports.ledger, ports.files, clock, random),
      delete_track_(ports.tracks),
      replace_schedules_(ports.schedules, clock) {}

Task<Result<ContentApi::PageFound, ContentApi::NoPage>> ContentApi::find_page(Caller caller, Type type,
                                                                              PageQuery asked) {
  if (asked.page && asked.cursor) co_return fail(NoPage(page_and_cursor()));
  const auto binding = fmt::format("{} {} {} {}", caller.tenant.to_string(), caller.user.to_string(),
                                   to_string(type), asked.size);
  PageCursor start{.page = asked.page.value_or(1), .after = {}};
  RequestQuery query{.type = type,
                     .offset = std::min<std::int64_t>((start.page - 1) * asked.size, 1'000'000'000),
                     .limit = static_cast<int>(asked.size)};
  if (asked.cursor) {
    const auto opened = cursors_.open(*asked.cursor, binding);
    if (!opened) co_return fail(NoPage(invalid_cursor()));
    start = *opened;
    query.after = start.after;
  }
  PageFound found;
  found.page = co_await list_content_(std::move(caller), query);
  found.pagination = {.page = start.page,
                      .page_size = asked.size,
                      .total_items = found.page.total,
                      .total_pages = (found.page.total + asked.size - 1) / asked.size};
  if (found.page.next)
    found.pagination.next_cursor = cursors_.seal({start.page + 1, *found.page.next}, binding);
  co_return found;
}

http::Response ContentApi::answer_list(const http::Request& request, std::string body,
                                       const PageFound& found) {
  auto response = http::json_response(200, std::move(body));
  if (!found.pagination.next_cursor) return response;
  http::LinkHeader links(request.path, http::parse_query(request.query).value_or(http::QueryParameters{}));
  links.add("next", {{"cursor", *found.pagination.next_cursor}}, {"page"});
  response.headers.set("Link", links.value());
  return response;
}

std::function<bool()> ContentApi::admits(const http::Request& request) const {
  return [judge = settings_.still_admits, person = *request.principal] { return judge(person); };
}

Task<Result<http::Response, GetContentError>> ContentApi::watch(http::Request request, Type type, Uuid id) {
  Watched watched{caller_of(request), type, RequestId{id}, viewer_of(request).reader, admits(request)};
  auto known = co_await get_content_(watched.caller, type, watched.id);
  if (!known) co_return fail(std::move(known).error());
  co_return progress_stream({ports_.store, ports_.notices, settings_.retiring}, std::move(watched));
}

Task<wire::WatchContentAnswer> ContentApi::watch_content(http::Request request,
                                                         wire::WatchContentInput input) {
  auto how = http::listening(input.last_event_id, input.seconds, clock_.now(), admits(request));
  Listener listener{caller_of(request), viewer_of(request).reader, std::move(how)};
  co_return work_stream({ports_.store, ports_.notices, settings_.retiring}, std::move(listener));
}

}  // namespace mrbill::content
