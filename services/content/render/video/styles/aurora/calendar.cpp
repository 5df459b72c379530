#include "render/video/scenes/calendar.hpp"

#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

// The year as a ring: weeks around, weekdays outwards; years outwards where it
// is many.
Draw calendar(const Script& script, std::size_t scene) {
  return [&script, scene, grid = calendar_of(script.facts, Flow::across)](const Stage& stage) {
    const auto& facts = script.facts;
    kicker(stage, grid.of_months ? script.words.month_by_month : script.words.day_by_day);
    auto sky = sky_of(script, scene);
    Rect room = below_kicker(stage);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(3), 0.7);
    double outer = std::min(room.width, room.height) / 2, inner = outer * 0.56;
    Point heart = stage.wide() ? Point{room.x + room.width * 0.33, room.centre().y}
                               : Point{room.centre().x, room.y + outer};
    double share = stage.calm() ? 1 : canvas::progress(stage.seconds, from, until - from);
    double pitch = (outer - inner) / grid.rows,
           dot = std::min(pitch * 0.42, turn * inner / grid.columns * 0.42);
    stage.picture.glow(heart, outer * 0.9, canvas::faded(sky.accent, 0.16 * share));
    for (const auto& cell : grid.cells) {
      double angle = (cell.column + 0.5) / grid.columns * turn - turn / 4,
             radius = inner + (cell.row + 0.5) * pitch;
      Point at = heart + Point{std::cos(angle), std::sin(angle)} * radius;
      bool lit = cell.count > 0 && cell.order <= share;
      double fresh = stage.calm() ? 0 : std::clamp(1 - (share - cell.order) * 14, 0.0, 1.0);
      if (lit)
        stage.picture.fill(Path::circle(at, dot * (0.75 + 0.5 * cell.heat + std::round(fresh * 4) / 4 * 0.7)),
                           canvas::mix(canvas::mix(sky.one, white, 0.25),
                                       canvas::mix(sky.accent, white, std::round(fresh * 4) / 4), cell.heat));
      else
        stage.picture.fill(Path::circle(at, dot * 0.55), canvas::faded(white, 0.16));
    }
    int value = grid.of_months ? facts.active_months : facts.active_days;
    auto whole = stage.fit(script.number(value), display(220), {inner * 1.5, 240 * u});
    auto number = stage.set(counted(script, stage, value, from, until), display(whole->size() / u));
    if (stage.seconds >= enter)
      stage.picture.text(number, {heart.x - number->width() / 2, heart.y + whole->size() * 0.25}, white);
    auto unit = grid.of_months ? form(value, script.words.active_month_one, script.words.active_month_many)
                               : form(value, script.words.active_day_one, script.words.active_day_many);
    auto label = stage.fit(unit, words(44, 700), {inner * 1.6, 60 * u});
    centred(stage, label, heart.x, heart.y + whole->size() * 0.25 + 80 * u, soft, enter);
    Peak peak = peak_of(script);
    // Beside the ring (below, in a tall picture): the fullest of them.
    Point side = stage.wide() ? Point{heart.x + outer + (room.right() - heart.x - outer) / 2, room.centre().y}
                              : Point{heart.x, heart.y + outer + (room.bottom() - heart.y - outer) * 0.55};
    double wide = stage.wide() ? room.right() - heart.x - outer - 40 * u : room.width;
    if (!stage.wide() && room.bottom() - heart.y - outer < 120 * u) return;
    auto top = stage.fit(script.number(peak.count), display(170), {wide, 200 * u});
    stage.pop(top, {side.x - top->width() / 2, side.y}, sky.accent, until);
    auto when = stage.fit(peak.label, words(50, 700), {wide, 140 * u}, 2, Align::centre);
    stage.rise(when, {side.x - wide / 2, side.y + 80 * u}, white, until + 0.15, 0.65,
               34);  // centred within its width
  };
}

}  // namespace mrbill::content::video::aurora
