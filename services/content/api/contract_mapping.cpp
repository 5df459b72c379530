#include "api/contract_mapping.hpp"

#include <fmt/format.h>

#include <base/unreachable.hpp>
#include <contract/problems.hpp>
#include <text/text.hpp>

#include "domain/failure_text.hpp"

namespace mrbill::content {
namespace {

constexpr std::size_t max_teaser = 200;  // code points

// Both have the same words: the customer's.
template <class To, class From, class Parse>
To by_word(From from, Parse parse) {
  return parse(to_string(from)).value();
}

Shape to_domain(wire::VideoShape shape) {
  return by_word<Shape>(shape, parse_shape);
}
Format to_domain(wire::ReportFormat format) {
  return by_word<Format>(format, parse_format);
}
Grouping to_domain(wire::ReportGrouping grouping) {
  return by_word<Grouping>(grouping, parse_grouping);
}
wire::VideoShape to_contract(Shape shape) {
  return by_word<wire::VideoShape>(shape, wire::parse_video_shape);
}
wire::ReportFormat to_contract(Format format) {
  return by_word<wire::ReportFormat>(format, wire::parse_report_format);
}
wire::ReportGrouping to_contract(Grouping grouping) {
  return by_word<wire::ReportGrouping>(grouping, wire::parse_report_grouping);
}

std::vector<wire::ReportGrouping> to_contract(const std::vector<Grouping>& groups) {
  std::vector<wire::ReportGrouping> all;
  for (const auto grouping : groups) all.push_back(to_contract(grouping));
  return all;
}

std::vector<Grouping> to_domain(const std::vector<wire::ReportGrouping>& groups) {
  std::vector<Grouping> all;
  for (const auto grouping : groups) all.push_back(to_domain(grouping));
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

std::vector<wire::Captions> captions_of(UserId user, const Render& render, const Links& links) {
  std::vector<wire::Captions> all;
  for (const auto locale : {Locale::pt_br, Locale::en})
    all.push_back({to_contract(locale), links.captions(user, render, locale)});
  return all;
}

void add_links(wire::Video& video, UserId user, const Render& render, const Links& links) {
  video.video_url = links.main(user, render);
  video.thumbnail_url = links.poster(user, render);
  video.card_url = links.card(user, render);
  video.story_url = links.story(user, render);
  video.captions = captions_of(user, render, links);
  video.poc_count = render.poc_count;
  video.private_poc_count = render.private_pocs;
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
  switch (status) {
    case Status::pending:
      return wire::ContentStatus::pending;
    case Status::processing:
      return wire::ContentStatus::processing;
    case Status::completed:
      return wire::ContentStatus::completed;
    case Status::failed:
      return wire::ContentStatus::failed;
  }
  unreachable();
}

wire::Locale to_contract(Locale locale) {
  return locale == Locale::pt_br ? wire::Locale::pt_br : wire::Locale::en;
}

Viewer viewer_of(const http::Request& request) {
  return {request.principal->user, http::Reader(contract::phrasebook(), request)};
}

VideoDraft draft_of(wire::VideoSpec spec) {
  VideoDraft draft{.common = common_of(spec),
                   .style = std::move(spec.style),
                   .music_track = std::move(spec.music_track),
                   .shape = to_domain(spec.shape),
                   .calm = spec.calm};
  draft.common.description = std::move(spec.description);
  if (spec.duration_seconds) draft.seconds = static_cast<int>(*spec.duration_seconds);
  return draft;
}

ReportDraft draft_of(wire::ReportSpec spec) {
  ReportDraft draft{.common = common_of(spec), .format = to_domain(spec.format)};
  if (spec.group_by) draft.group_by = to_domain(*spec.group_by);
  return draft;
}

Schedules schedules_of(const wire::ScheduleSpec& spec) {
  Schedules schedules{.monthly_report = spec.monthly_report,
                      .year_video = spec.year_video,
                      .video_style = spec.video_style,
                      .video_shape = to_domain(spec.video_shape)};
  schedules.report.format = to_domain(spec.report_format);
  if (spec.report_group_by) schedules.report.group_by = to_domain(*spec.report_group_by);
  return schedules;
}

wire::Schedules to_contract(const Schedules& schedules) {
  return {.monthly_report = schedules.monthly_report,
          .report_format = to_contract(schedules.report.format),
          .report_group_by = to_contract(schedules.report.group_by),
          .year_video = schedules.year_video,
          .video_style = schedules.video_style,
          .video_shape = to_contract(schedules.video_shape),
          .updated_at = schedules.updated_at,
          .version = schedules.version};
}

wire::Video video_of(const Viewer& viewer, const Request& request, const Links& links) {
  const auto& spec = request.spec;
  const auto& options = std::get<VideoOptions>(spec.options);
  wire::Video video{.request_id = request.id.uuid,
                    .status = to_contract(request.status),
                    .progress = request.progress,
                    .error_message = error_message_of(request, viewer.reader),
                    .created_at = request.created_at,
                    .completed_at = request.completed_at,
                    .error_code = request.error_code,
                    .title = spec.title,
                    .description = spec.description,
                    .from_date = spec.from,
                    .to_date = spec.to,
                    .include_tags = spec.include_tags,
                    .exclude_tags = spec.exclude_tags,
                    .style = options.style,
                    .music_track = options.music_track,
                    .shape = to_contract(options.shape),
                    .duration_seconds = options.seconds,
                    .calm = options.calm,
                    .include_private = spec.include_private,
                    .locale = to_contract(spec.locale),
                    .is_shared = request.shared,
                    .is_scheduled = request.scheduled};
  if (request.render) add_links(video, viewer.user, *request.render, links);
  return video;
}

wire::Report report_of(const Viewer& viewer, const Request& request, const Links& links) {
  const auto& spec = request.spec;
  const auto& options = std::get<ReportOptions>(spec.options);
  wire::Report report{.report_id = request.id.uuid,
                      .status = to_contract(request.status),
                      .progress = request.progress,
                      .format = to_contract(options.format),
                      .error_message = error_message_of(request, viewer.reader),
                      .created_at = request.created_at,
                      .completed_at = request.completed_at,
                      .error_code = request.error_code,
                      .title = spec.title,
                      .from_date = spec.from,
                      .to_date = spec.to,
                      .include_tags = spec.include_tags,
                      .exclude_tags = spec.exclude_tags,
                      .group_by = to_contract(options.group_by),
                      .include_private = spec.include_private,
                      .locale = to_contract(spec.locale),
                      .is_scheduled = request.scheduled};
  if (!request.render) return report;
  report.report_url = links.main(viewer.user, *request.render);
  report.poc_count = request.render->poc_count;
  return report;
}

wire::ContentProgress progress_of(const Request& request, const http::Reader& reader) {
  return {.id = request.id.uuid,
          .status = to_contract(request.status),
          .progress = request.progress,
          .error_code = request.error_code,
          .error_message = error_message_of(request, reader),
          .completed_at = request.completed_at};
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
