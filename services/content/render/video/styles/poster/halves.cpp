#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.halves);
    double u = stage.u(), land = stage.beat(3);
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    int most = std::max({1, counts[0], counts[1]});
    auto sentence = stage.fit(growth(script.facts, script.words), display(stage.wide() ? 120 : 130),
                              {room.width, 300 * u}, stage.wide() ? 1 : 2);
    Rect chart{room.x, room.y + sentence->height() + 40 * u, room.width,
               room.height - sentence->height() - 90 * u};
    stage.reveal(sentence, {room.x, room.y + 0.76 * sentence->size()}, world.accent, land);
    double gap = 24 * u, wide = (chart.width - gap) / 2;
    for (int i = 0; i < 2; ++i) {
      double grown = stage.in(stage.beat(0.8 + i), 0.8);
      double height = std::max(6 * u, (chart.height - 150 * u) * counts[i] / most) * grown;
      Rect bar{chart.x + i * (wide + gap), chart.bottom() - height, wide, height};
      Colour fill = counts[i] == most ? world.accent : world.ink;
      stage.picture.fill(bar, fill);
      auto number = stage.fit(counted(script, stage, counts[i], stage.beat(0.8 + i), stage.beat(2 + i)),
                              display(200), {wide, 300 * u});
      bool inside = height > 240 * u;
      Colour on =
          inside ? (counts[i] == most ? canvas::readable(world.ground, fill, 4.5) : world.ground) : world.ink;
      if (grown > 0.02)
        stage.picture.text(number, {bar.x + 24 * u, bar.y + (inside ? 40 * u + 140 * u : -24 * u)}, on);
      auto label = stage.fit(names[i], mono(32, 700), {wide, 60 * u});
      stage.rise(label, {bar.x, chart.bottom() + 46 * u}, world.ink, stage.beat(0.8 + i), 0.5, 12);
    }
  };
}

}  // namespace mrbill::content::video::poster
