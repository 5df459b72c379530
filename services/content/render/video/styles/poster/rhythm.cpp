#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    Rect room = head(stage, script, scene, world, script.words.rhythm);
    double u = stage.u();
    auto best = best_hour(script);
    auto hour = filling(stage, best.number,
                        {room.width * (stage.wide() ? 0.6 : 1), room.height * (stage.wide() ? 0.4 : 0.24)});
    double baseline = room.y + hour->size() * cap;
    stage.reveal(hour, {room.x, baseline}, world.accent, stage.beat(2));
    auto label = stage.fit(best.label, display(120),
                           {stage.wide() ? room.width - hour->width() - 60 * u : room.width, 130 * u});
    Point at =
        stage.wide() ? Point{room.x + hour->width() + 40 * u, baseline} : Point{room.x, baseline + 130 * u};
    stage.reveal(label, at, world.ink, stage.beat(2) + 0.15);
    // 24 bars on the foot of the wall, an hour each.
    Rect chart{room.x, at.y + 50 * u, room.width, room.bottom() - 40 * u - at.y - 50 * u};
    int most = std::max(1, *std::ranges::max_element(facts.hours));
    double pitch = chart.width / 24, gap = std::round(pitch * 0.16);
    for (int i = 0; i < 24; ++i) {
      double grown = stage.in(stage.beat(0.8) + 0.03 * i, 0.7);
      double height =
          std::round(std::max(5 * u, chart.height * facts.hours[static_cast<std::size_t>(i)] / most) * grown);
      bool marked = is_best_hour(facts, i) && stage.seconds >= stage.held(stage.beat(2), 0.6);
      stage.picture.fill(
          Rect{std::round(chart.x + pitch * i), chart.bottom() - height, std::round(pitch - gap), height},
          marked ? world.accent : world.ink);
      if (i % 6 == 0) {
        auto mark = stage.set(hour_words(facts.locale, i), mono(26));
        stage.rise(mark, {chart.x + pitch * i, chart.bottom() + 40 * u}, world.ink, enter + 0.03 * i, 0.4, 8);
      }
    }
  };
}

}  // namespace mrbill::content::video::poster
