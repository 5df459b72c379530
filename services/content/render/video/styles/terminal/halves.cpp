#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

// As a diff says it: what went, what came.
void half_of(const Stage& stage, const Script& script, const Half& half, double share, Rect row, bool first,
             double at) {
  double u = stage.u(), base = row.y + 150 * u;
  Colour ink = first ? amber : green;
  auto number =
      stage.fit((first ? "- " : "+ ") + script.number(half.count), pixel(190), {row.width * 0.6, row.height});
  stage.picture.text(number, {row.x, base}, ink);
  auto label = stage.fit(half.name, line(54), {row.width - number->width() - 40 * u, 80 * u});
  stage.picture.text(label, {row.right() - label->width(), base}, dim);
  double drawn = stepped(stage.passed(at, stage.beat(1.5)), 16);
  cells(stage, {row.x, row.y + 190 * u, row.width, std::min(100 * u, row.height - 230 * u)}, share * drawn,
        ink, 36 * u);
}

}  // namespace

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "diff --stat h1 h2");
    double u = stage.u(), pitch = room.height * 0.38;
    const Halves both = halves_of(script);
    double most = most_of(both);
    for (int i = 0; i < 2; ++i) {
      const Half& half = both[static_cast<std::size_t>(i)];
      double at = stage.held(stage.beat(1 + i), 0.4);
      if (stage.seconds < at) break;
      half_of(stage, script, half, half.count / most, {room.x, room.y + pitch * i, room.width, pitch}, i == 0,
              at);
    }
    typed(stage, ":: " + growth(script.facts, script.words), line(62), {room.width, 100 * u},
          {room.x, room.y + pitch * 2 + 90 * u}, bright, stage.beat(4), 36);
  };
}

}  // namespace mrbill::content::video::terminal
