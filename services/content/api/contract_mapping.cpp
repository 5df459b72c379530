#include "api/contract_mapping.hpp"

#include <fmt/format.h>

#include <contract/content_mapping.hpp>
#include <contract/problems.hpp>
#include <text/text.hpp>

#include "domain/failure_text.hpp"

namespace mrbill::content {
namespace {

using contract::message_of;
using contract::value_of;

constexpr std::size_t max_teaser = 200;  // code points

std::vector<Grouping> groups_of(const std::vector<wire::ReportGrouping>& groups) {
  std::vector<Grouping> all;
  for (const auto group : groups) all.push_back(value_of<Grouping>(group));
  return all;
}

template <class WireSpec>
SpecDraft common_of(WireSpec& spec) {
  return {.title = std::move(spec.title),
          .from = spec.from_date,
          .to = spec.to_date,
          .include_tags = std::move(spec.include_tags),
          .exclude_tags = std::move(spec.exclude_tags),
          .include_private = spec.include_private,
          .locale = std::move(spec.locale)};
}

std::optional<std::string> error_message_of(const Request& request, const http::Reader& reader) {
  if (!request.error_code) return std::nullopt;
  return reader.failure(*request.error_code,
                        failure_text(*request.error_code, request.error_message.value_or("")));
}

std::vector<wire::Captions> captions_of(UserId user, const Render& render, const DownloadLinks& links) {
  std::vector<wire::Captions> all;
  for (const auto locale : {Locale::pt_br, Locale::en})
    all.push_back({to_contract(locale), links.captions(user, render, locale)});
  return all;
}

// Where the files of a film are, once it is made.
struct FilmPart {
  std::optional<std::string> video_url = {}, thumbnail_url = {}, card_url = {}, story_url = {};
  std::vector<wire::Captions> captions = {};
  std::optional<int> poc_count = {}, private_poc_count = {};
};

FilmPart film_part_of(UserId user, const Request& request, const DownloadLinks& links) {
  if (!request.render) return {};
  const auto& render = *request.render;
  return {.video_url = links.main(user, render),
          .thumbnail_url = links.poster(user, render),
          .card_url = links.card(user, render),
          .story_url = links.story(user, render),
          .captions = captions_of(user, render, links),
          .poc_count = render.poc_count,
          .private_poc_count = render.private_pocs};
}

struct ReportPart {
  std::optional<std::string> report_url = {};
  std::optional<int> poc_count = {};
};

ReportPart report_part_of(UserId user, const Request& request, const DownloadLinks& links) {
  if (!request.render) return {};
  return {.report_url = links.main(user, *request.render), .poc_count = request.render->poc_count};
}

// What a request calls otherwise than the contract does, and its failure in the reader's language.
struct RequestPart {
  RequestId request_id, report_id, id;
  std::optional<std::string> error_message;
  Timestamp from_date, to_date;
  bool is_shared, is_scheduled;
};

RequestPart request_part_of(const Request& request, const http::Reader& reader) {
  return {.request_id = request.id,
          .report_id = request.id,
          .id = request.id,
          .error_message = error_message_of(request, reader),
          .from_date = request.spec.from,
          .to_date = request.spec.to,
          .is_shared = request.shared,
          .is_scheduled = request.scheduled};
}

// A sentence or two under the picture: what networks show of a longer text is cut by them, somewhere.
std::string teaser_of(const wire::SharedVideo& video) {
  const auto& text =
      video.description && !video.description->empty() ? *video.description : video.person_name;
  if (text::code_points(text) <= max_teaser) return text;
  return std::string(text::first_code_points(text, max_teaser - 1)) + "\u2026";
}

std::vector<wire::OpenGraphField> open_graph_of(const wire::SharedVideo& video, Locale locale,
                                                const std::string& page) {
  return {{"og:type", "video.other"},
          {"og:site_name", "Mr Bill"},
          {"og:locale", locale == Locale::pt_br ? "pt_BR" : "en_US"},
          {"og:title", video.title},
          {"og:description", teaser_of(video)},
          {"og:url", page},
          {"og:image", video.image_url},
          {"og:image:type", "image/jpeg"},
          {"og:image:width", "1200"},
          {"og:image:height", "630"},
          {"og:image:alt", video.title},
          {"og:video", video.video_url},
          {"og:video:type", "video/mp4"},
          {"og:video:width", std::to_string(video.width)},
          {"og:video:height", std::to_string(video.height)},
          {"video:duration", fmt::format("{:.0f}", video.duration_seconds)}};
}

}  // namespace

wire::ContentStatus to_contract(Status status) {
  return message_of<wire::ContentStatus>(status);
}

wire::Locale to_contract(Locale locale) {
  return message_of<wire::Locale>(locale);
}

Viewer viewer_of(const http::Request& request) {
  return {request.principal->user, http::Reader(contract::phrasebook(), request)};
}

VideoDraft draft_of(wire::VideoSpec spec) {
  VideoDraft draft{.common = common_of(spec),
                   .style = std::move(spec.style),
                   .music_track = std::move(spec.music_track),
                   .shape = value_of<Shape>(spec.shape),
                   .calm = spec.calm};
  draft.common.description = std::move(spec.description);
  if (spec.duration_seconds) draft.seconds = static_cast<int>(*spec.duration_seconds);
  return draft;
}

ReportDraft draft_of(wire::ReportSpec spec) {
  ReportDraft draft{.common = common_of(spec), .format = value_of<Format>(spec.format)};
  if (spec.group_by) draft.group_by = groups_of(*spec.group_by);
  return draft;
}

Schedules schedules_of(const wire::ScheduleSpec& spec) {
  Schedules schedules{.monthly_report = spec.monthly_report,
                      .year_video = spec.year_video,
                      .video_style = spec.video_style,
                      .video_shape = value_of<Shape>(spec.video_shape)};
  schedules.report.format = value_of<Format>(spec.report_format);
  if (spec.report_group_by) schedules.report.group_by = groups_of(*spec.report_group_by);
  return schedules;
}

wire::Schedules to_contract(const Schedules& schedules) {
  struct Chosen {
    Format report_format;
    const std::vector<Grouping>& report_group_by;
  };
  return message_of<wire::Schedules>(schedules, Chosen{schedules.report.format, schedules.report.group_by});
}

wire::Video video_of(const Viewer& viewer, const Request& request, const DownloadLinks& links) {
  struct LengthPart {
    int duration_seconds;
  };
  const auto& options = std::get<VideoOptions>(request.spec.options);
  return message_of<wire::Video>(request_part_of(request, viewer.reader),
                                 film_part_of(viewer.user, request, links), LengthPart{options.seconds},
                                 options, request.spec, request);
}

wire::Report report_of(const Viewer& viewer, const Request& request, const DownloadLinks& links) {
  return message_of<wire::Report>(request_part_of(request, viewer.reader),
                                  report_part_of(viewer.user, request, links),
                                  std::get<ReportOptions>(request.spec.options), request.spec, request);
}

wire::ContentProgress progress_of(const Request& request, const http::Reader& reader) {
  return message_of<wire::ContentProgress>(request_part_of(request, reader), request);
}

wire::WorkProgress work_of(const Request& request, const http::Reader& reader) {
  struct KindPart {
    Type kind;
  };
  return message_of<wire::WorkProgress>(KindPart{request.spec.type()}, request_part_of(request, reader),
                                        request.spec, request);
}

wire::WorkGone gone_work(Type type, RequestId id) {
  return {.kind = message_of<wire::WorkKind>(type), .id = id.uuid};
}

wire::SharedVideo shared_of(const SharedFilm& film, const ShareLinks& links) {
  const auto& render = film.request.render.value();
  wire::SharedVideo video{.title = film.request.spec.title,
                          .description = film.request.spec.description,
                          .person_name = film.person_name,
                          .image_url = links.picture(),
                          .video_url = links.film(),
                          .duration_seconds = render.seconds.value_or(0),
                          .width = render.width.value_or(1),
                          .height = render.height.value_or(1),
                          .captions = {}};
  for (const auto locale : {Locale::pt_br, Locale::en})
    video.captions.push_back({to_contract(locale), links.captions(locale)});
  video.open_graph = open_graph_of(video, film.request.spec.locale, links.page());
  return video;
}

}  // namespace mrbill::content
