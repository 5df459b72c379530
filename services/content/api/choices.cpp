// Styles and music to choose from.
#include "domain/choices.hpp"

#include <base/ascii.hpp>
#include <http/media_type.hpp>
#include <http/problem.hpp>

#include "api/content_api.hpp"
#include "api/contract_mapping.hpp"
#include "api/problem.hpp"
#include "api/requests.hpp"

namespace mrbill::content {
namespace {

wire::Track to_contract(const Track& track, const DownloadLinks& links) {
  return {.track_id = track.id.to_string(),
          .name = track.name,
          .is_own = true,
          .preview_url = links.track(track),
          .created_at = track.created_at};
}

}  // namespace

Task<wire::ListStylesAnswer> ContentApi::list_styles(http::Request request, wire::ListStylesInput) {
  const auto person = co_await ports_.people.find(caller_of(request), clock_.now());
  const auto locale = nearest_locale(person.locale);
  wire::StyleList answer;
  for (const auto& style : style_choices()) {
    const auto key = style_preview_key(style.id);
    const auto there = co_await ports_.files.head(key);
    wire::Style item{.style = std::string(style.id),
                     .name = std::string(style.name),
                     .description = std::string(style.description(locale))};
    if (there) item.preview_url = links_.still(key);
    const auto motion_key = style_motion_key(style.id);
    const auto moves = co_await ports_.files.head(motion_key);
    if (moves) item.motion_url = links_.still(motion_key);
    answer.items.push_back(std::move(item));
  }
  co_return http::json_response(200, to_json(answer));
}

Task<wire::ListTracksAnswer> ContentApi::list_tracks(http::Request request, wire::ListTracksInput) {
  wire::TrackList answer;
  for (const auto& track : track_choices()) {
    const auto key = track_preview_key(track.id);
    const auto there = co_await ports_.files.head(key);
    wire::Track item{.track_id = std::string(track.id), .name = std::string(track.name)};
    if (there) item.preview_url = links_.still(key);
    answer.items.push_back(std::move(item));
  }
  const auto own = co_await ports_.tracks.list(caller_of(request));
  for (const auto& track : own) answer.items.push_back(to_contract(track, links_));
  co_return http::json_response(200, to_json(answer));
}

Task<wire::UploadTrackAnswer> ContentApi::upload_track(http::Request request, wire::UploadTrackInput input) {
  auto key = http::key_of(request, wire::operation::upload_track, input.idempotency_key);
  NewTrack music{std::move(input.name),
                 ascii::lowered(http::essence_of(request.headers.get_or("Content-Type", ""))),
                 std::move(request.body)};
  auto track = co_await upload_track_(caller_of(request), std::move(music), std::move(key));
  if (!track) co_return problem_of(std::move(track).error());
  auto response = http::json_response(201, to_json(to_contract(*track, links_)));
  response.headers.set("Location", "/api/v1/content/tracks/" + track->id.to_string());
  co_return response;
}

Task<wire::DeleteTrackAnswer> ContentApi::delete_track(http::Request request, wire::DeleteTrackInput input) {
  auto outcome = co_await delete_track_(caller_of(request), TrackId{input.track_id});
  if (!outcome) co_return problem_of(std::move(outcome).error());
  co_return http::no_content();
}

}  // namespace mrbill::content
