#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// Counting up; when it lands, it trembles, in steps of a 500th.
void number(const Stage& stage, const Script& script, const TextPtr& whole, Point at, Colour ink,
            double land) {
  TextStyle style = display(whole->size() / stage.u());
  style.features = "tnum 1";
  auto shown = stage.set(counted(script, stage, script.facts.total, enter, land), style);
  Point origin{at.x - flush * whole->size(), at.y};
  if (stage.seconds >= land) {
    double since = stage.seconds - land;
    double hit = stage.calm() ? 0 : std::exp(-7 * since) * std::sin(since * 18) * 0.05;
    auto kept = stage.picture.save();
    stage.picture.scale(1 + std::round(hit * 500) / 500, at);
    stage.picture.text(shown, origin, ink);
  } else if (stage.seconds >= enter * 0.6) {
    stage.picture.text(shown, origin, ink);
  }
}

}  // namespace

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.facts.period);
    double u = stage.u(), land = stage.held(stage.beat(2), 0.7);
    bool wide = stage.wide();
    Rect box = wide ? room.part(0, 0, 0.74, 0.8) : room.part(0, 0.08, 1, 0.44);
    auto whole = filling(stage, script.number(script.facts.total), {box.width, box.height});
    double baseline = wide ? room.y + whole->size() * cap + 20 * u : box.bottom();
    number(stage, script, whole, {room.x, baseline}, world.ink, land);
    auto unit = stage.fit(unit_of_total(script), display(wide ? 300 : 260),
                          {wide ? room.width - whole->width() - 60 * u : room.width, 400 * u});
    Point at = wide ? Point{room.right() - unit->width(), baseline}
                    : Point{room.x, baseline + unit->size() * cap + 50 * u};
    stage.reveal(unit, at, world.accent, land);
    auto meaning = stage.fit(pace(script.facts, script.words), mono(72, 700), {room.width, 200 * u},
                             stage.square() ? 1 : 2);
    double y =
        wide ? std::min(room.bottom() - meaning->height() + 54 * u, baseline + 130 * u) : at.y + 140 * u;
    stage.rise(meaning, {room.x, y}, world.ink, stage.beat(3), 0.6, 24);
  };
}

}  // namespace mrbill::content::video::poster
