#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.facts.period);
    double u = stage.u(), land = stage.held(stage.beat(2), 0.7);
    bool wide = stage.wide();
    Rect box = wide ? room.part(0, 0, 0.74, 0.8) : room.part(0, 0.08, 1, 0.44);
    auto whole = filling(stage, script.number(script.facts.total), {box.width, box.height});
    TextStyle style = display(whole->size() / u);
    style.features = "tnum 1";
    auto shown = stage.set(counted(script, stage, script.facts.total, enter, land), style);
    double baseline = wide ? room.y + whole->size() * cap + 20 * u : box.bottom();
    if (stage.seconds >= land) {
      auto kept = stage.picture.save();
      double hit = stage.calm()
                       ? 0
                       : std::exp(-7 * (stage.seconds - land)) * std::sin((stage.seconds - land) * 18) * 0.05;
      stage.picture.scale(1 + std::round(hit * 500) / 500, {room.x, baseline});
      stage.picture.text(shown, {room.x - 0.02 * whole->size(), baseline}, world.ink);
    } else if (stage.seconds >= enter * 0.6) {
      stage.picture.text(shown, {room.x - 0.02 * whole->size(), baseline}, world.ink);
    }
    auto unit = stage.fit(form(script.facts.total, script.words.poc_one, script.words.poc_many),
                          display(wide ? 300 : 260),
                          {wide ? room.width - whole->width() - 60 * u : room.width, 400 * u});
    Point at = wide ? Point{room.right() - unit->width(), baseline}
                    : Point{room.x, baseline + unit->size() * cap + 50 * u};
    stage.reveal(unit, at, world.accent, land);
    auto meaning = stage.fit(pace(script.facts, script.words), mono(72, 700), {room.width, 200 * u},
                             wide || stage.tall() ? 2 : 1);
    double y =
        wide ? std::min(room.bottom() - meaning->height() + 54 * u, baseline + 130 * u) : at.y + 140 * u;
    stage.rise(meaning, {room.x, y}, world.ink, stage.beat(3), 0.6, 24);
  };
}

}  // namespace mrbill::content::video::poster
