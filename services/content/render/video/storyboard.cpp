#include <atomic>
#include <thread>

#include <fmt/format.h>

#include <canvas/font_folder.hpp>
#include <canvas/rasteriser.hpp>
#include <canvas/surface.hpp>

#include "render/video/production.hpp"
#include "render/video/video.hpp"

namespace mrbill::content::video {
namespace {

using contract::rendering::StoryboardResult;
using contract::rendering::StoryboardStill;

struct Wanted {
  std::size_t scene;
  double seconds;  // of the scene
  StoryboardStill still;
};

void draw_all(const Production& production, const std::vector<Wanted>& wanted, const canvas::Fonts& fonts,
              const Call& call, Lines& lines) {
  std::atomic<std::size_t> next{0}, done{0};
  auto work = [&] {
    canvas::Typesetter setter(fonts);
    canvas::Rasteriser rasteriser;
    canvas::Size size = production.script().size;
    canvas::Surface surface(static_cast<int>(size.width), static_cast<int>(size.height));
    for (auto i = next++; i < wanted.size(); i = next++) {
      canvas::Picture picture(size);
      production.draw(picture, setter, wanted[i].scene, wanted[i].seconds);
      rasteriser.paint(surface, picture);
      canvas::write_jpeg(surface, call.out / wanted[i].still.file, 88);
      lines.progress(++done, wanted.size(), 0, 99);
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < call.threads; ++i) threads.emplace_back(work);
  work();
}

// A scene shows itself best when all has entered and nothing leaves yet.
double telling_moment(const Script& script, std::size_t scene) {
  double length = script.story.seconds_of(scene);
  return script.story.scenes[scene].kind == SceneKind::wall ? length * 0.5 : length * 0.92;
}

Result<std::string, RenderFailure> finish(const Production& production, const std::vector<Wanted>& wanted,
                                          const Call& call, Lines& lines) {
  canvas::Fonts fonts(canvas::font_folder());
  draw_all(production, wanted, fonts, call, lines);
  StoryboardResult result{production.script().story.seconds, {}};
  for (const auto& one : wanted) result.stills.push_back(one.still);
  return contract::rendering::to_json(result);
}

// The longer side of the stills is 640 pixels.
Result<std::unique_ptr<Production>, RenderFailure> small_production(const Call& call, int shorter) {
  TRY(auto production, Production::prepare(call.order, shorter));
  canvas::Size size = production->script().size;
  if (size.width == size.height && shorter == 360) return Production::prepare(call.order, 640);
  return production;
}

}  // namespace

Result<std::string, RenderFailure> render_storyboard(const Call& call, Lines& lines) {
  TRY(auto production, small_production(call, 360));
  auto scenes = production->shown_scenes();
  std::vector<Wanted> wanted;
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    double moment = telling_moment(production->script(), i);
    wanted.push_back(
        {i, moment, {fmt::format("still-{:02}.jpg", i + 1), scenes[i].kind, scenes[i].from_second + moment}});
  }
  return finish(*production, wanted, call, lines);
}

Result<std::string, RenderFailure> render_stills(const Call& call, Lines& lines) {
  TRY(auto production, small_production(call, 360));
  std::vector<Wanted> wanted;
  auto scenes = production->shown_scenes();
  for (int half = 0; half * 0.5 < production->script().story.seconds; ++half) {
    double second = half * 0.5;
    std::size_t scene = 0;
    while (scene + 1 < scenes.size() && scenes[scene].to_second <= second + 1e-9) ++scene;
    wanted.push_back({scene,
                      second - scenes[scene].from_second,
                      {fmt::format("still-{:03}.jpg", half), scenes[scene].kind, second}});
  }
  return finish(*production, wanted, call, lines);
}

}  // namespace mrbill::content::video
