#include <base/unreachable.hpp>
#include <music/arrangements.hpp>

#include "render/video/scenes/wall.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video {
namespace poster {
namespace {

const Colour vermilion = canvas::colour({0.62, 0.225, 29});
const Colour paper = canvas::colour({0.955, 0.018, 88});
const Colour cobalt = canvas::colour({0.42, 0.21, 264});
const Colour black = canvas::colour({0.17, 0.012, 40});
const Colour yellow = canvas::colour({0.86, 0.175, 92});

const World worlds[] = {{vermilion, paper, black},
                        {paper, black, vermilion},
                        {cobalt, paper, yellow},
                        {black, paper, vermilion},
                        {yellow, black, cobalt}};

int wanted_world(const Scene& scene) {
  switch (scene.kind) {
    case SceneKind::title:
      return 0;
    case SceneKind::none:
      return 3;
    case SceneKind::scale:
      return 4;
    case SceneKind::calendar:
      return 1;
    case SceneKind::rhythm:
      return 2;
    case SceneKind::languages:
      return 3;
    case SceneKind::tags:
      return 4;
    case SceneKind::tools:
      return 1;
    case SceneKind::records:
      return 0;
    case SceneKind::hero:
      return scene.index % 3 == 0 ? 1 : scene.index % 3 == 1 ? 2 : 3;
    case SceneKind::persona:
      return 0;
    case SceneKind::halves:
      return 2;
    case SceneKind::wall:
      return 3;
    case SceneKind::bow:
      return 4;
  }
  unreachable();
}

}  // namespace

World world_of(const Script& script, std::size_t scene) {
  int before = -1, chosen = 0;
  for (std::size_t i = 0; i <= scene && i < script.story.scenes.size(); ++i) {
    chosen = wanted_world(script.story.scenes[i]);
    if (chosen == before) chosen = (chosen + 2) % 5;
    before = chosen;
  }
  return worlds[chosen];
}

Rect head(const Stage& stage, const Script& script, std::size_t scene, const World& world,
          std::string_view about) {
  Rect safe = stage.safe();
  double u = stage.u(), size = 32, line = safe.y + 32 * u;
  double come = stage.in(enter, 0.5);
  auto left = stage.fit(std::string(two_digits(scene + 1)) + "  " + std::string(about), mono(size, 700),
                        {safe.width * 0.6, 60 * u});
  auto right =
      stage.fit(script.facts.person + "  " + script.facts.period, mono(size), {safe.width * 0.36, 60 * u});
  stage.rise(left, {safe.x, line}, world.ink, enter, 0.5, 16);
  stage.rise(right, {safe.right() - right->width(), line}, world.ink, enter, 0.5, 16);
  stage.picture.fill(Rect{safe.x, safe.y + 52 * u, safe.width * come, 5 * u}, world.ink);
  return {safe.x, safe.y + 96 * u, safe.width, safe.height - 96 * u - 34 * u};
}

TextPtr filling(const Stage& stage, std::string_view words, canvas::Size box) {
  return stage.fit(words, display(box.height / cap / stage.u()), {box.width, box.height / cap * 1.5});
}

namespace {

// The carried block: how far the scene has come, a step a beat.
void slab(const Stage& stage, const Script& script, std::size_t scene) {
  if (scene + 1 >= script.story.scenes.size()) return;
  double beats = std::max(1.0, std::round(stage.length / stage.beat_length)),
         now = stage.seconds / stage.beat_length;
  double whole_beats = std::floor(now + 1e-6);
  double step = stage.calm()
                    ? 1
                    : canvas::ease::out_expo(std::min(1.0, (now - whole_beats) * stage.beat_length / 0.24));
  double share = std::clamp((whole_beats + step) / beats, 0.0, 1.0), height = slab_height * stage.u();
  Rect whole = stage.whole();
  stage.picture.fill(Rect{0, whole.height - height, std::round(whole.width * share), height},
                     world_of(script, scene + 1).ground);
}

class Poster final : public Style {
 public:
  music::Arrangement music() const override { return music::synthpop(); }
  double cut_seconds() const override { return 0.5; }

  Draw compose(const Script& script, std::size_t scene) const override {
    Draw content = scenes[static_cast<int>(script.story.scenes[scene].kind)](script, scene);
    return [&script, scene, content](const Stage& stage) {
      stage.picture.ground({world_of(script, scene).ground, world_of(script, scene).ground, {}, 0, {}});
      content(stage);
      slab(stage, script, scene);
    };
  }

  // The slab rises; what was is pushed up a little, slower.
  void cut(const Script&, std::size_t, const Stage& before, const Stage& after, const Draw& draw_before,
           const Draw& draw_after, double share) const override {
    double risen = canvas::ease::in_out_quart(share);
    Rect whole = after.whole();
    double edge = std::round((whole.height - slab_height * after.u()) * (1 - risen));
    {
      auto kept = before.picture.save();
      if (!before.calm()) before.picture.move(0, std::round(-0.22 * whole.height * risen));
      draw_before(before);
    }
    auto kept = after.picture.save();
    after.picture.clip(Rect{0, edge, whole.width, whole.height - edge});
    draw_after(after);
  }

  Draw share_card(const Script& script) const override {
    return [&script](const Stage& stage) {
      stage.picture.ground({worlds[4].ground, worlds[4].ground, {}, 0, {}});
      card(stage, script, worlds[4], -10);
    };
  }

  WallPlan wall(const Script& script, double seconds) const override { return wall_of(script, seconds); }
};

}  // namespace
}  // namespace poster

std::unique_ptr<Style> make_poster_style() {
  return std::make_unique<poster::Poster>();
}

}  // namespace mrbill::content::video
