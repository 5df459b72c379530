#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// The hour with the most; gives the baseline of the last of its words.
double best(const Stage& stage, const Script& script, const World& world, Rect room) {
  double u = stage.u();
  bool wide = stage.wide();
  auto told = best_hour(script);
  auto hour = filling(stage, told.number, {room.width * (wide ? 0.6 : 1), room.height * (wide ? 0.4 : 0.24)});
  double baseline = room.y + hour->size() * cap;
  stage.reveal(hour, {room.x, baseline}, world.accent, stage.beat(2));
  auto label =
      stage.fit(told.label, display(120), {wide ? room.width - hour->width() - 60 * u : room.width, 130 * u});
  Point at = wide ? Point{room.x + hour->width() + 40 * u, baseline} : Point{room.x, baseline + 130 * u};
  stage.reveal(label, at, world.ink, stage.beat(2) + 0.15);
  return at.y;
}

// 24 bars on the foot of the wall, an hour each.
void bars(const Stage& stage, const Manifest& facts, const World& world, Rect chart) {
  double u = stage.u(), pitch = chart.width / 24, gap = std::round(pitch * 0.16);
  bool told = stage.seconds >= stage.held(stage.beat(2), 0.6);
  int most = most_in_an_hour(facts);
  for (int hour = 0; hour < 24; ++hour) {
    double grown = stage.in(stage.beat(0.8) + 0.03 * hour, 0.7);
    double height = std::round(std::max(5 * u, chart.height * count_at(facts, hour) / most) * grown);
    stage.picture.fill(
        Rect{std::round(chart.x + pitch * hour), chart.bottom() - height, std::round(pitch - gap), height},
        told && is_best_hour(facts, hour) ? world.accent : world.ink);
    if (hour % 6 != 0) continue;
    auto mark = stage.set(hour_words(facts.locale, hour), mono(26));
    stage.rise(mark, {chart.x + pitch * hour, chart.bottom() + 40 * u}, world.ink, enter + 0.03 * hour, 0.4,
               8);
  }
}

}  // namespace

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.rhythm);
    double u = stage.u(), line = best(stage, script, world, room);
    bars(stage, script.facts, world,
         {room.x, line + 50 * u, room.width, room.bottom() - 40 * u - line - 50 * u});
  };
}

}  // namespace mrbill::content::video::poster
