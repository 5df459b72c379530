// `preview`: six seconds of the order's film, small and without sound, to look at again and again while one
// chooses a style: from the scene that tells the most on, with the cuts as they are.
#include <algorithm>

#include <canvas/font_folder.hpp>
#include <media/movie.hpp>

#include "render/video/production.hpp"
#include "render/video/video.hpp"

namespace mrbill::content::video {
namespace {

constexpr auto first_of_preview = "scale";
constexpr int preview_frames = 6 * frames_per_second;
constexpr int preview_side = 360;
constexpr media::EncoderOptions preview_encoder{.quality = 29};  // of a picture that is seen in a corner

}  // namespace

std::vector<film::Shot> excerpt(std::vector<film::Shot> shots, std::string_view first, int frames) {
  const auto begin = std::ranges::find(shots, first, &film::Shot::name);
  if (begin != shots.end()) shots.erase(shots.begin(), begin);
  for (auto& shot : shots) {
    shot.frames = std::min(shot.frames, frames);
    frames -= shot.frames;
  }
  std::erase_if(shots, [](const film::Shot& shot) { return shot.frames == 0; });
  return shots;
}

Result<std::string, RenderFailure> render_preview(const Call& call, Lines& lines) {
  TRY(auto production, Production::prepare(call.order, preview_side));
  const canvas::Size size = production->script().size;
  const media::VideoFormat format{static_cast<int>(size.width), static_cast<int>(size.height),
                                  frames_per_second};
  const auto shots = excerpt(production->shots(), first_of_preview, preview_frames);
  canvas::Fonts fonts(canvas::font_folder());
  const film::RenderPlan plan{format, call.out, call.threads, preview_encoder};
  const film::RenderEvents events{[&](long done, long all) {
                                    lines.progress(static_cast<std::uint64_t>(done),
                                                   static_cast<std::uint64_t>(all), 0, 99);
                                  },
                                  {}};
  const auto segments = film::render(shots, plan, fonts, events);
  media::write_movie({.format = format, .segments = segments}, call.out / "preview.mp4");
  for (const auto& segment : segments) std::filesystem::remove(segment);
  const contract::rendering::StoryboardResult result{static_cast<double>(preview_frames) / frames_per_second,
                                                     {}};
  return contract::rendering::to_json(result);
}

}  // namespace mrbill::content::video
