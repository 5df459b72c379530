#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

// A row an hour: its name, as many cells as it has, its number.
struct Histogram {
  Rect list;
  double most, size;
  double pitch = list.height / 24, cell = pitch * 0.62;
};

void hour_row(const Stage& stage, const Script& script, const Histogram& rows, int hour, bool best,
              double at) {
  double u = stage.u(), y = rows.list.y + rows.pitch * hour, base = y + rows.pitch * 0.78;
  int count = count_at(script.facts, hour);
  const TextStyle type = line(rows.size);
  stage.picture.text(stage.set(fmt::format("{:02}", hour), type), {rows.list.x, base}, best ? amber : dim);
  double share = stepped(stage.passed(at, 0.7), 10), room = rows.list.width - 190 * u;
  int filled = static_cast<int>(std::lround(room / rows.cell * count / rows.most * share));
  Path bar;
  for (int i = 0; i < filled; ++i)
    bar.add(Path::rect({std::round(rows.list.x + 80 * u + i * rows.pitch * 0.62),
                        std::round(y + rows.pitch * 0.14), std::round(rows.pitch * 0.5),
                        std::round(rows.pitch * 0.7)}));
  stage.picture.fill(bar, best ? amber : green);
  if (count > 0)
    stage.picture.text(stage.set(script.number(count), type),
                       {rows.list.x + 90 * u + filled * rows.pitch * 0.62, base}, best ? amber : dim);
}

void best_beside(const Stage& stage, const Script& script, Rect side, double land) {
  double u = stage.u();
  bool wide = stage.wide();
  auto told = best_hour(script);
  auto hour = stage.fit(told.number, pixel(wide ? 300 : 190), {side.width * (wide ? 1 : 0.5), 340 * u});
  double base = side.y + hour->size() * (wide ? 0.8 : 0.66);
  big(stage, hour, {side.x, base}, amber, land);
  auto label = stage.fit(told.label, pixel(70), {side.width * (wide ? 1 : 0.46), 100 * u});
  Point at = wide ? Point{side.x, base + 110 * u} : Point{side.x + hour->width() + 40 * u, base};
  if (stage.seconds >= land) stage.picture.text(label, at, bright);
}

}  // namespace

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const auto& facts = script.facts;
    Rect room = screen(stage, script, scene, "histogram --hours");
    double u = stage.u(), land = stage.held(stage.beat(2.5), 0.4);
    bool wide = stage.wide();
    Rect list = wide ? room.part(0, 0, 0.6, 1) : room.part(0, 0.2, 1, 0.8);
    const Histogram rows{list, static_cast<double>(most_in_an_hour(facts)),
                         std::min(40.0, list.height / 24 / u * 0.94)};
    for (int hour = 0; hour < 24; ++hour) {
      double at = stage.held(enter + 0.035 * hour, 0.8);
      if (stage.seconds < at && !stage.calm()) break;
      hour_row(stage, script, rows, hour, is_best_hour(facts, hour) && stage.seconds >= land, at);
    }
    best_beside(stage, script, wide ? room.part(0.63, 0.2, 0.37, 0.6) : room.part(0, 0, 1, 0.18), land);
  };
}

}  // namespace mrbill::content::video::terminal
