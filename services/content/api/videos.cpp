// Films.
#include <http/problem.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::content {
namespace {

http::Response accepted_video(const Accepted& accepted) {
  const wire::VideoAccepted answer{.request_id = accepted.id.uuid,
                                   .status = wire::ContentStatus::pending,
                                   .estimated_completion_time = accepted.ready_at};
  return http::json_response(202, to_json(answer));
}

}  // namespace

Task<wire::CreateVideoAnswer> ContentApi::create_video(http::Request request, wire::CreateVideoInput input) {
  auto spec = co_await complete_spec_(caller_of(request), draft_of(std::move(input.body)));
  if (!spec) co_return problem_of(std::move(spec).error());
  auto key = http::key_of(request, wire::operation::create_video, input.idempotency_key);
  auto accepted = co_await request_content_(caller_of(request), *std::move(spec), std::move(key));
  if (!accepted) co_return problem_of(std::move(accepted).error());
  auto response = accepted_video(*accepted);
  response.headers.set("Location", "/api/v1/content/videos/" + accepted->id.to_string());
  co_return response;
}

Task<wire::ListVideosAnswer> ContentApi::list_videos(http::Request request, wire::ListVideosInput input) {
  PageQuery asked{input.page, input.page_size, std::move(input.cursor)};
  auto found = co_await find_page(caller_of(request), Type::video, std::move(asked));
  if (!found) co_return std::move(found).error();
  wire::VideoPage page{.pagination = found->pagination};
  const auto viewer = viewer_of(request);
  for (const auto& one : found->page.requests) page.items.push_back(video_of(viewer, one, links_));
  co_return answer_list(request, to_json(page), *found);
}

Task<wire::GetVideoAnswer> ContentApi::get_video(http::Request request, wire::GetVideoInput input) {
  auto found = co_await get_content_(caller_of(request), Type::video, RequestId{input.request_id});
  if (!found) co_return OfVideo::problem_of(std::move(found).error());
  co_return http::json_response(200, to_json(video_of(viewer_of(request), *found, links_)));
}

Task<wire::DeleteVideoAnswer> ContentApi::delete_video(http::Request request, wire::DeleteVideoInput input) {
  auto outcome = co_await delete_content_(caller_of(request), Type::video, RequestId{input.request_id});
  if (!outcome) co_return OfVideo::problem_of(std::move(outcome).error());
  co_return http::no_content();
}

Task<wire::CancelVideoAnswer> ContentApi::cancel_video(http::Request request, wire::CancelVideoInput input) {
  auto outcome = co_await cancel_content_(caller_of(request), Type::video, RequestId{input.request_id});
  if (!outcome) co_return OfVideo::problem_of(std::move(outcome).error());
  co_return http::json_response(202, to_json(video_of(viewer_of(request), *outcome, links_)));
}

Task<wire::RetryVideoAnswer> ContentApi::retry_video(http::Request request, wire::RetryVideoInput input) {
  auto accepted = co_await retry_content_(caller_of(request), Type::video, RequestId{input.request_id});
  if (!accepted) co_return OfVideo::problem_of(std::move(accepted).error());
  co_return accepted_video(*accepted);
}

Task<wire::WatchVideoAnswer> ContentApi::watch_video(http::Request request, wire::WatchVideoInput input) {
  auto stream = co_await watch(std::move(request), Type::video, input.request_id);
  if (!stream) co_return OfVideo::problem_of(std::move(stream).error());
  co_return *std::move(stream);
}

Task<wire::CreateStoryboardAnswer> ContentApi::create_storyboard(http::Request request,
                                                                 wire::CreateStoryboardInput input) {
  auto spec = co_await complete_spec_(caller_of(request), draft_of(std::move(input.body)));
  if (!spec) co_return problem_of(std::move(spec).error());
  auto board = co_await draw_storyboard_(caller_of(request), *std::move(spec));
  if (!board) co_return problem_of(std::move(board).error());
  wire::Storyboard answer{.duration_seconds = board->seconds};
  for (const auto& still : board->stills)
    answer.stills.push_back({still.kind, still.at_second, links_.still(still.key)});
  co_return http::json_response(200, to_json(answer));
}

}  // namespace mrbill::content
