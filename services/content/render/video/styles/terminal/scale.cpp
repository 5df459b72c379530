#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

// The unit and, beside it or below it, what the number means.
void unit_and_meaning(const Stage& stage, const Script& script, Rect room, double y, double land) {
  double u = stage.u();
  bool wide = stage.wide();
  auto unit = stage.fit(unit_of_total(script), pixel(130), {room.width, 160 * u});
  if (stage.seconds >= land) stage.picture.text(unit, {room.x, y + 170 * u}, bright);
  typed(stage, ":: " + pace(script.facts, script.words), line(60),
        {wide ? room.width - unit->width() - 80 * u : room.width, 100 * u},
        wide ? Point{room.x + unit->width() + 60 * u, y + 166 * u} : Point{room.x, y + 270 * u}, amber,
        stage.beat(3), 34);
}

}  // namespace

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "ls | wc -l");
    double u = stage.u(), land = stage.held(stage.beat(2), 0.4);
    bool wide = stage.wide();
    const int total = script.facts.total;
    auto whole = stage.fit(script.number(total), pixel(wide ? 620 : 420), {room.width, room.height * 0.66});
    double base = room.y + (wide ? room.height * 0.06 : room.height * 0.1) + whole->size() * 0.66;
    double share = stepped(stage.passed(enter, land - enter), 14);
    auto shown = stage.set(script.number(std::lround(total * canvas::ease::out_cubic(share))),
                           pixel(whole->size() / u));
    big(stage, shown, {room.x - flush * whole->size(), base}, green, enter * 0.5);
    double y = base + 70 * u;
    cells(stage, {room.x, y, room.width, 44 * u}, share, amber, 44 * u);
    unit_and_meaning(stage, script, room, y, land);
  };
}

}  // namespace mrbill::content::video::terminal
