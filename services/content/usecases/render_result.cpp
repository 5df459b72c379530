#include "usecases/render_result.hpp"

#include <set>

#include <contract/rendering.hpp>

namespace mrbill::content {
namespace {

namespace rendering = contract::rendering;

// The year that a film or report is of, by the last moment of its time.
int year_of(Timestamp end) {
  const auto day = std::chrono::floor<std::chrono::days>(end - std::chrono::microseconds(1));
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

std::optional<Made> read_video(const Request& request, const WrittenOrder& order, std::string_view text,
                               Timestamp now) {
  const auto result = rendering::parse_video_result(text);
  if (!result) return std::nullopt;
  Made made{.file = "video.mp4",
            .render = {.id = request.id,
                       .type = Type::video,
                       .extension = "mp4",
                       .year = year_of(request.spec.to),
                       .poc_count = static_cast<int>(order.pocs.size()) + order.counted,
                       .private_pocs = order.private_pocs,
                       .seconds = result->seconds,
                       .width = static_cast<int>(result->width),
                       .height = static_cast<int>(result->height),
                       .created_at = now}};
  std::set<Uuid> shown;
  for (const auto& poc : result->pocs) {
    if (!shown.insert(poc.poc_id).second) continue;
    made.pocs.push_back(
        {poc.poc_id, static_cast<int>(poc.sequence_order), poc.at_second, poc.duration_seconds});
  }
  return shown == std::set<Uuid>(order.pocs.begin(), order.pocs.end()) ? std::optional(std::move(made))
                                                                       : std::nullopt;
}

std::optional<Made> read_report(const Request& request, const WrittenOrder& order, std::string_view text,
                                Timestamp now) {
  const auto result = rendering::parse_report_result(text);
  if (!result || result->rows != static_cast<std::int64_t>(order.pocs.size())) return std::nullopt;
  const auto dot = result->file.rfind('.');
  if (dot == std::string::npos || result->file.find('/') != std::string::npos) return std::nullopt;
  Made made{.file = result->file,
            .render = {.id = request.id,
                       .type = Type::report,
                       .extension = result->file.substr(dot + 1),
                       .year = year_of(request.spec.to),
                       .poc_count = static_cast<int>(order.pocs.size()),
                       .private_pocs = order.private_pocs,
                       .created_at = now}};
  if (result->pages) made.render.pages = static_cast<int>(*result->pages);
  for (const auto& id : order.pocs) made.pocs.push_back({id, static_cast<int>(made.pocs.size()) + 1});
  return made;
}

}  // namespace

std::optional<Made> read_drawn(const Request& request, const WrittenOrder& order, std::string_view result,
                               Timestamp now) {
  return request.spec.type() == Type::video ? read_video(request, order, result, now)
                                            : read_report(request, order, result, now);
}

std::optional<DrawnStoryboard> read_storyboard(std::string_view text) {
  auto result = rendering::parse_storyboard_result(text);
  if (!result) return std::nullopt;
  DrawnStoryboard board{.seconds = result->seconds};
  for (auto& still : result->stills) {
    if (still.file.find('/') != std::string::npos) return std::nullopt;
    board.stills.push_back({std::move(still.file), std::move(still.kind), still.at_second});
  }
  return board;
}

}  // namespace mrbill::content
