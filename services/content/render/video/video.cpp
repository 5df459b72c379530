#include "render/video/video.hpp"

#include <fstream>
#include <malloc.h>

#include <canvas/font_folder.hpp>
#include <canvas/rasteriser.hpp>
#include <canvas/surface.hpp>
#include <media/movie.hpp>

#include "render/video/captions.hpp"
#include "render/video/production.hpp"
#include "render/video/soundtrack.hpp"

namespace mrbill::content::video {
namespace {

using contract::rendering::VideoResult;

void write_text(const std::filesystem::path& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream.write(text.data(), static_cast<std::streamsize>(text.size())).flush();
  if (!stream) throw std::system_error(errno, std::generic_category(), file.string());
}

void write_card(const Production& production, canvas::Typesetter& setter, canvas::Size size,
                const std::filesystem::path& file) {
  canvas::Picture picture(size);
  production.draw_card(picture, setter);
  canvas::Surface surface(static_cast<int>(size.width), static_cast<int>(size.height));
  canvas::Rasteriser().paint(surface, picture);
  canvas::write_jpeg(surface, file);
}

void write_cards(const Production& production, const canvas::Fonts& fonts, const std::filesystem::path& out) {
  canvas::Typesetter setter(fonts);
  write_card(production, setter, {1280, 720}, out / "poster.jpg");
  write_card(production, setter, {1200, 630}, out / "card.jpg");
  write_card(production, setter, {1080, 1920}, out / "story.jpg");
}

media::Movie movie_of(const Production& production, media::VideoFormat format,
                      std::vector<std::filesystem::path> segments) {
  const auto& script = production.script();
  media::Movie movie;
  movie.format = format;
  movie.segments = std::move(segments);
  movie.title = script.facts.title;
  movie.language = script.facts.locale == Locale::pt_br ? "pt-BR" : "en";
  Locale other = script.facts.locale == Locale::pt_br ? Locale::en : Locale::pt_br;
  movie.captions = {captions_in(script.facts.locale, production), captions_in(other, production)};
  return movie;
}

}  // namespace

Result<std::string, RenderFailure> render_video(const Call& call, Lines& lines) {
  // Pictures and encoders come and go with every segment: given back to the system, not kept in heaps.
  ::mallopt(M_MMAP_THRESHOLD, 128 * 1024);
  ::mallopt(M_ARENA_MAX, 2);
  TRY(auto production, Production::prepare(call.order, 1080));
  const auto& script = production->script();
  lines.progress(1);
  canvas::Fonts fonts(canvas::font_folder());
  media::VideoFormat format{static_cast<int>(script.size.width), static_cast<int>(script.size.height),
                            frames_per_second};
  film::RenderPlan plan{format, call.segments.empty() ? call.out : call.segments, call.threads, {}};
  film::RenderEvents events{[&](long done, long all) {
                              lines.progress(static_cast<std::uint64_t>(done),
                                             static_cast<std::uint64_t>(all), 1, 92);
                            },
                            [&](const std::string& file) {
                              if (!call.segments.empty()) lines.segment(file);
                            }};
  auto segments = film::render(production->shots(), plan, fonts, events);
  write_cards(*production, fonts, call.out);
  lines.progress(94);
  TRY(auto samples, soundtrack(*production, call.order.parent_path()));
  lines.progress(97);
  auto movie = movie_of(*production, format, segments);
  movie.samples = samples;
  media::write_movie(movie, call.out / "video.mp4");
  for (const auto& track : movie.captions)
    write_text(call.out / ("captions." + track.language + ".vtt"), media::to_webvtt(track));
  if (call.segments.empty())
    for (const auto& segment : segments) std::filesystem::remove(segment);
  VideoResult result{script.story.seconds, format.width, format.height, production->shown_scenes(),
                     production->shown_pocs()};
  return contract::rendering::to_json(result);
}

}  // namespace mrbill::content::video
