#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "./film");
    double u = stage.u();
    auto period =
        stage.fit(script.facts.period, pixel(stage.wide() ? 620 : 440), {room.width, room.height * 0.7});
    // Three lines stand under it, above the status line.
    double base = room.y + room.height * (stage.wide() ? 0.68 : 0.5);
    base = std::min(base, room.bottom() - 300 * u);
    big(stage, period, {room.x - flush * period->size(), base}, green, -1);
    double y = base + 120 * u;
    typed(stage, "> " + script.facts.person, pixel(stage.wide() ? 96 : 84), {room.width, 120 * u},
          {room.x, y}, bright, stage.beat(1), 24);
    typed(stage, "> " + promise(script.facts, script.words), line(60), {room.width, 120 * u},
          {room.x, y + 92 * u}, amber, stage.beat(2.5), 30);
    if (script.facts.title.empty()) return;
    auto label = stage.fit(":: " + script.facts.title, line(40), {room.width, 60 * u});
    if (stage.seconds >= stage.held(stage.beat(4))) stage.picture.text(label, {room.x, y + 160 * u}, dim);
  };
}

}  // namespace mrbill::content::video::terminal
