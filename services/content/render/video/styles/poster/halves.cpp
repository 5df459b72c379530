#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// Two bars beside each other.
struct Bars {
  Rect chart;
  double gap, width;
  int most;
};

void bar_of(const Stage& stage, const Script& script, const Bars& bars, const Half& half, int i,
            const World& world) {
  double u = stage.u(), from = stage.beat(0.8 + i), grown = stage.in(from, 0.8);
  double height = std::max(6 * u, (bars.chart.height - 150 * u) * half.count / bars.most) * grown;
  Rect bar{bars.chart.x + i * (bars.width + bars.gap), bars.chart.bottom() - height, bars.width, height};
  bool largest = half.count == bars.most, inside = height > 240 * u;
  Colour fill = largest ? world.accent : world.ink;
  stage.picture.fill(bar, fill);
  auto number = stage.fit(counted(script, stage, half.count, from, stage.beat(2 + i)), display(200),
                          {bars.width, 300 * u});
  Colour within = largest ? canvas::readable(world.ground, fill, 4.5) : world.ground;
  if (grown > 0.02)
    stage.picture.text(number, {bar.x + 24 * u, bar.y + (inside ? 40 * u + 140 * u : -24 * u)},
                       inside ? within : world.ink);
  auto label = stage.fit(half.name, mono(32, 700), {bars.width, 60 * u});
  stage.rise(label, {bar.x, bars.chart.bottom() + 46 * u}, world.ink, from, 0.5, 12);
}

}  // namespace

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.halves);
    double u = stage.u(), gap = 24 * u;
    auto sentence = stage.fit(growth(script.facts, script.words), display(stage.wide() ? 120 : 130),
                              {room.width, 300 * u}, stage.wide() ? 1 : 2);
    stage.reveal(sentence, {room.x, room.y + 0.76 * sentence->size()}, world.accent, stage.beat(3));
    const Halves both = halves_of(script);
    const Bars bars{
        {room.x, room.y + sentence->height() + 40 * u, room.width, room.height - sentence->height() - 90 * u},
        gap,
        (room.width - gap) / 2,
        most_of(both)};
    for (int i = 0; i < 2; ++i) bar_of(stage, script, bars, both[static_cast<std::size_t>(i)], i, world);
  };
}

}  // namespace mrbill::content::video::poster
