#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// The period as large as the wall: its digits come up one after the other. Gives where its capitals begin.
double period(const Stage& stage, const Script& script, const World& world) {
  Rect safe = stage.safe();
  double room = stage.wide() ? safe.height * 0.72 : safe.height * 0.5;
  auto year = filling(stage, script.facts.period, {safe.width, room});
  // What hangs below the line ("MARÇO") hangs within the room; what round letters overshoot is no hanging.
  double hangs = year->ink().bottom() > 0.05 * year->size() ? year->ink().bottom() : 0;
  double baseline = safe.bottom() - std::max(hangs, stage.wide() ? 0 : 0.06 * safe.height);
  stage.reveal(year, {safe.x - 0.03 * year->size(), baseline}, world.ink, -0.3, 1.0);
  return baseline - year->size() * cap;
}

}  // namespace

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect safe = stage.safe();
    bool wide = stage.wide();
    double u = stage.u(), top = period(stage, script, world), foot = top - 92 * u;
    stage.picture.fill(Rect{safe.x, top - 44 * u, safe.width * stage.in(0.25, 0.7), 10 * u}, world.accent);
    auto name =
        stage.fit(script.facts.person, display(wide ? 150 : 190), {safe.width * (wide ? 0.62 : 1), 200 * u});
    stage.reveal(name, {safe.x, foot}, world.accent, stage.beat(1));
    auto said = stage.fit(promise(script.facts, script.words), mono(40, 700),
                          {safe.width * (wide ? 0.36 : 1), 120 * u});
    Point at =
        wide ? Point{safe.right() - said->width(), foot} : Point{safe.x, foot - name->size() * cap - 60 * u};
    stage.rise(said, at, world.ink, stage.beat(2), 0.6, 20);
    if (script.facts.title.empty()) return;
    auto label = stage.fit(script.facts.title, mono(27), {safe.width, 60 * u});
    stage.rise(label, {safe.x, safe.y + 27 * u}, world.ink, stage.beat(3), 0.6, 12);
  };
}

}  // namespace mrbill::content::video::poster
