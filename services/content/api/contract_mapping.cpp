#include "api/contract_mapping.hpp"

#include <fmt/format.h>

#include <base/unreachable.hpp>
#include <contract/problems.hpp>
#include <text/text.hpp>

#include "domain/failure_text.hpp"

namespace mrbill::content {
namespace {

constexpr std::size_t most_of_teaser = 200;  // code points

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

template <class Wishes>
Ask common_of(Wishes& wishes) {
  return {.title = std::move(wishes.title),
          .from = wishes.from_date,
          .to = wishes.to_date,
          .include_tags = std::move(wishes.include_tags),
          .exclude_tags = std::move(wishes.exclude_tags),
          .include_private = wishes.include_private,
          .locale = std::move(wishes.locale)};
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
  if (text::code_points(text) <= most_of_teaser) return text;
  return std::string(text::first_code_points(text, most_of_teaser - 1)) + "\u2026";
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

VideoAsk ask_of(wire::VideoWishes wishes) {
  VideoAsk ask{.ask = common_of(wishes),
               .style = std::move(wishes.style),
               .music_track = std::move(wishes.music_track),
               .shape = to_domain(wishes.shape),
               .calm = wishes.calm};
  ask.ask.description = std::move(wishes.description);
  if (wishes.duration_seconds) ask.seconds = static_cast<int>(*wishes.duration_seconds);
  return ask;
}

ReportAsk ask_of(wire::ReportWishes wishes) {
  ReportAsk ask{.ask = common_of(wishes), .format = to_domain(wishes.format)};
  if (wishes.group_by) ask.group_by = to_domain(*wishes.group_by);
  return ask;
}

Schedules schedules_of(const wire::ScheduleWishes& wishes) {
  Schedules schedules{.monthly_report = wishes.monthly_report,
                      .year_video = wishes.year_video,
                      .video_style = wishes.video_style,
                      .video_shape = to_domain(wishes.video_shape)};
  schedules.report.format = to_domain(wishes.report_format);
  if (wishes.report_group_by) schedules.report.group_by = to_domain(*wishes.report_group_by);
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
  const auto& wishes = request.wishes;
  const auto& look = std::get<VideoLook>(wishes.look);
  wire::Video video{.request_id = request.id.uuid,
                    .status = to_contract(request.status),
                    .progress = request.progress,
                    .error_message = error_message_of(request, viewer.reader),
                    .created_at = request.created_at,
                    .completed_at = request.completed_at,
                    .error_code = request.error_code,
                    .title = wishes.title,
                    .description = wishes.description,
                    .from_date = wishes.from,
                    .to_date = wishes.to,
                    .include_tags = wishes.include_tags,
                    .exclude_tags = wishes.exclude_tags,
                    .style = look.style,
                    .music_track = look.music_track,
                    .shape = to_contract(look.shape),
                    .duration_seconds = look.seconds,
                    .calm = look.calm,
                    .include_private = wishes.include_private,
                    .locale = to_contract(wishes.locale),
                    .is_shared = request.shared,
                    .is_scheduled = request.scheduled};
  if (request.render) add_links(video, viewer.user, *request.render, links);
  return video;
}

wire::Report report_of(const Viewer& viewer, const Request& request, const Links& links) {
  const auto& wishes = request.wishes;
  const auto& look = std::get<ReportLook>(wishes.look);
  wire::Report report{.report_id = request.id.uuid,
                      .status = to_contract(request.status),
                      .progress = request.progress,
                      .format = to_contract(look.format),
                      .error_message = error_message_of(request, viewer.reader),
                      .created_at = request.created_at,
                      .completed_at = request.completed_at,
                      .error_code = request.error_code,
                      .title = wishes.title,
                      .from_date = wishes.from,
                      .to_date = wishes.to,
                      .include_tags = wishes.include_tags,
                      .exclude_tags = wishes.exclude_tags,
                      .group_by = to_contract(look.group_by),
                      .include_private = wishes.include_private,
                      .locale = to_contract(wishes.locale),
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
  wire::SharedVideo video{.title = film.request.wishes.title,
                          .description = film.request.wishes.description,
                          .person_name = film.person_name,
                          .image_url = links.picture(),
                          .video_url = links.film(),
                          .duration_seconds = render.seconds.value_or(0),
                          .width = render.width.value_or(1),
                          .height = render.height.value_or(1),
                          .captions = {}};
  for (const auto locale : {Locale::pt_br, Locale::en})
    video.captions.push_back({to_contract(locale), links.captions(locale)});
  video.open_graph = open_graph_of(video, film.request.wishes.locale, links.page());
  return video;
}

}  // namespace mrbill::content
