#include "render/video/scenes/calendar.hpp"

#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// The year as a ring: weeks around, weekdays outwards; years outwards where it is many.
struct Ring {
  Point heart;
  double outer, inner;
  double pitch;  // between two circles of dots
  double dot;    // radius of one

  [[nodiscard]] Point place_of(const CalendarCell& cell, int columns) const {
    double angle = (cell.column + 0.5) / columns * turn - turn / 4, radius = inner + (cell.row + 0.5) * pitch;
    return heart + Point{std::cos(angle), std::sin(angle)} * radius;
  }
};

constexpr double hollow = 0.56;        // share of the radius
constexpr double dot_of_pitch = 0.42;  // so that dots never touch

Ring ring_in(const Stage& stage, Rect room, const CalendarGrid& grid) {
  double outer = std::min(room.width, room.height) / 2, inner = outer * hollow;
  double pitch = (outer - inner) / grid.rows;
  return {stage.wide() ? Point{room.x + room.width * 0.33, room.centre().y}
                       : Point{room.centre().x, room.y + outer},
          outer, inner, pitch, std::min(pitch * dot_of_pitch, turn * inner / grid.columns * dot_of_pitch)};
}

void dot(const Stage& stage, const Ring& ring, const Sky& sky, Point at, const CalendarCell& cell,
         double share) {
  if (cell.count == 0 || cell.order > share)
    return stage.picture.fill(Path::circle(at, ring.dot * 0.55), canvas::faded(white, 0.16));
  // New ones flash, in four steps.
  double fresh = stage.calm() ? 0 : std::clamp(1 - (share - cell.order) * 14, 0.0, 1.0);
  double flash = std::round(fresh * 4) / 4;
  stage.picture.fill(
      Path::circle(at, ring.dot * (0.75 + 0.5 * cell.heat + flash * 0.7)),
      canvas::mix(canvas::mix(sky.one, white, 0.25), canvas::mix(sky.accent, white, flash), cell.heat));
}

void days_in_the_middle(const Stage& stage, const Script& script, const Ring& ring, bool of_months) {
  double u = stage.u();
  auto [value, unit] = active_time(script, of_months);
  auto whole = stage.fit(script.number(value), display(220), {ring.inner * 1.5, 240 * u});
  auto number = stage.set(counted_period(script, stage, value), display(whole->size() / u));
  double line = ring.heart.y + whole->size() * 0.25;
  if (stage.seconds >= enter) stage.picture.text(number, {ring.heart.x - number->width() / 2, line}, white);
  auto label = stage.fit(unit, words(44, 700), {ring.inner * 1.6, 60 * u});
  centred(stage, label, ring.heart.x, line + 80 * u, soft, enter);
}

// Beside the ring (below, in a tall picture): the fullest of them.
void peak_beside(const Stage& stage, const Script& script, const Ring& ring, Rect room, Colour accent) {
  double u = stage.u(), until = concludes(stage), right = ring.heart.x + ring.outer,
         below = room.bottom() - ring.heart.y - ring.outer;
  if (!stage.wide() && below < 120 * u) return;
  Point side = stage.wide() ? Point{right + (room.right() - ring.heart.x - ring.outer) / 2, room.centre().y}
                            : Point{ring.heart.x, ring.heart.y + ring.outer + below * 0.55};
  double width = stage.wide() ? room.right() - ring.heart.x - ring.outer - 40 * u : room.width;
  Peak peak = peak_of(script);
  auto top = stage.fit(script.number(peak.count), display(170), {width, 200 * u});
  stage.pop(top, {side.x - top->width() / 2, side.y}, accent, until);
  // Centred within its width.
  auto when = stage.fit(peak.label, words(50, 700), {width, 140 * u}, 2, Align::centre);
  stage.rise(when, {side.x - width / 2, side.y + 80 * u}, white, until + 0.15, 0.65, 34);
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene), grid = calendar_of(script.facts, Flow::across)](const Stage& stage) {
    kicker(stage, grid.of_months ? script.words.month_by_month : script.words.day_by_day);
    Rect room = below_kicker(stage.size());
    Ring ring = ring_in(stage, room, grid);
    double share = period_share(stage);
    stage.picture.glow(ring.heart, ring.outer * 0.9, canvas::faded(sky.accent, 0.16 * share));
    for (const auto& cell : grid.cells) dot(stage, ring, sky, ring.place_of(cell, grid.columns), cell, share);
    days_in_the_middle(stage, script, ring, grid.of_months);
    peak_beside(stage, script, ring, room, sky.accent);
  };
}

}  // namespace mrbill::content::video::aurora
