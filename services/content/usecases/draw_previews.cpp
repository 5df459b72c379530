#include "usecases/draw_previews.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <async/deadline.hpp>

#include "domain/choices.hpp"
#include "domain/object_keys.hpp"
#include "usecases/order_text.hpp"
#include "usecases/render_result.hpp"

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr auto time_limit = 60'000ms;
constexpr auto event_timeout = 100ms;
constexpr auto shown = "scale";  // the kind of scene that tells the most in one picture
constexpr std::uint64_t max_bytes = 4 << 20;
constexpr auto motion_file = "preview.mp4";
constexpr Timestamp new_year = std::chrono::sys_days(std::chrono::year(2025) / 1 / 1);
constexpr int pocs_in_it = 48;

Poc made_up(int number) {
  constexpr std::array<std::string_view, 4> languages{"C++", "Go", "TypeScript", "Rust"};
  constexpr std::array<std::string_view, 4> tags{"graphics", "networking", "parsers", "databases"};
  const auto at = static_cast<std::size_t>(number);
  Poc poc{.name = fmt::format("poc-{:02}", number + 1),
          .language = std::string(languages.at(at * at % languages.size())),
          .tags = {std::string(tags.at(at % tags.size()))},
          .is_public = true,
          .created_at = new_year + std::chrono::days(number * 365 / pocs_in_it),
          .updated_at = new_year + std::chrono::days(number * 365 / pocs_in_it)};
  poc.poc_id.bytes[15] = static_cast<std::uint8_t>(number + 1);
  return poc;
}

std::string order_of(std::string_view style) {
  const Spec spec{.title = "My year",
                  .from = new_year,
                  .to = new_year + std::chrono::days(365),
                  .options = VideoOptions{.style = std::string(style), .music_track = std::string(no_music)}};
  const Person person{.full_name = "Ana", .company_name = "Mr Bill", .time_zone = "UTC"};
  auto order = order_head(spec, person, new_year, std::nullopt).line;
  for (int number = 0; number < pocs_in_it; ++number) order += poc_line(made_up(number));
  return order;
}

Task<std::string> result_of(Rendering& drawing) {
  const auto deadline = Deadline::in(time_limit);
  while (!deadline.passed()) {
    const auto event = co_await drawing.next(event_timeout);
    if (const auto* done = std::get_if<Drawn>(&event)) co_return done->result;
    if (const auto* refused = std::get_if<CannotDraw>(&event)) throw RendererDied(refused->message);
  }
  throw RendererDied("a preview took too long");
}

}  // namespace

Task<std::int64_t> DrawPreviews::operator()() {
  for (const auto& style : style_choices()) {
    const auto there = co_await files_.head(style_preview_key(style.id));
    if (there) continue;
    co_await draw_still(style.id);
    co_await remove(former_style_preview_keys(style.id));
    co_return 1;
  }
  for (const auto& track : track_choices()) {
    const bool brought = co_await bring_excerpt(track.id);
    if (!brought) continue;
    co_await remove(former_track_preview_keys(track.id));
    co_return 1;
  }
  for (const auto& style : style_choices()) {
    const auto there = co_await files_.head(style_motion_key(style.id));
    if (there) continue;
    co_await draw_motion(style.id);
    co_await remove(former_style_motion_keys(style.id));
    co_return 1;
  }
  co_return 0;
}

// False: it is there, or cannot be had.
Task<bool> DrawPreviews::bring_excerpt(std::string_view track) {
  const auto key = track_preview_key(track);
  const auto there = co_await files_.head(key);
  if (there) co_return false;
  auto excerpt = co_await music_.excerpt(std::string(track));
  if (!excerpt) co_return false;
  objects::Upload upload{.key = key, .content_type = "audio/mp4", .max_bytes = excerpt->size()};
  auto stored = co_await files_.put(std::move(upload), objects::one_chunk(*std::move(excerpt)));
  co_return stored.has_value();
}

Task<> DrawPreviews::remove(std::vector<std::string> keys) {
  for (auto& key : keys) {
    const auto removed = co_await files_.remove(std::move(key));
    if (!removed) throw std::runtime_error("the object store refused to remove a former preview");
  }
}

Task<> DrawPreviews::draw_still(std::string_view style) {
  const auto place = renderer_.prepare();
  co_await place->write_order(order_of(style));
  const auto drawing = place->start(Drawing::storyboard);
  const auto board = read_storyboard(co_await result_of(*drawing));
  if (!board || board->stills.empty()) throw RendererDied("a preview has no stills");
  const auto found = std::ranges::find(board->stills, shown, &DrawnStill::kind);
  const auto& still = found != board->stills.end() ? *found : board->stills.front();
  objects::Upload upload{
      .key = style_preview_key(style), .content_type = "image/jpeg", .max_bytes = max_bytes};
  co_await keep(*place, still.file, std::move(upload));
}

Task<> DrawPreviews::draw_motion(std::string_view style) {
  const auto place = renderer_.prepare();
  co_await place->write_order(order_of(style));
  const auto drawing = place->start(Drawing::preview);
  static_cast<void>(co_await result_of(*drawing));
  objects::Upload upload{.key = style_motion_key(style), .content_type = "video/mp4", .max_bytes = max_bytes};
  co_await keep(*place, motion_file, std::move(upload));
}

Task<> DrawPreviews::keep(Workplace& place, std::string file, objects::Upload upload) {
  auto content = co_await place.open(Place::out, file);
  if (!content) throw RendererDied("the renderer did not leave " + file);
  auto stored = co_await files_.put(std::move(upload), std::move(content->pieces));
  if (!stored) throw std::runtime_error("the object store refused a preview");
}

}  // namespace mrbill::content
