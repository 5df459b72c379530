#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

// The day as a clock of light.
Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    kicker(stage, script.words.rhythm);
    const auto& facts = script.facts;
    auto sky = sky_of(script, scene);
    Rect room = below_kicker(stage);
    double u = stage.u(),
           outer = std::min(room.width - (stage.wide() ? 0 : 150 * u), room.height) / 2 - 46 * u,
           inner = outer * 0.5, land = stage.held(stage.beat(2), 0.85);
    Point heart = room.centre();
    double most = std::max(1, *std::ranges::max_element(facts.hours));
    for (int i = 0; i < 24; ++i) {
      double angle = (i / 24.0) * turn - turn / 4,
             come = stage.in(stage.beat(0.8) + 0.03 * i, 0.8, canvas::ease::out_back);
      double length = (10 * u + (outer - inner) * facts.hours[static_cast<std::size_t>(i)] / most) * come;
      Point way{std::cos(angle), std::sin(angle)};
      bool marked = is_best_hour(facts, i) && stage.seconds >= land;
      if (marked) stage.picture.glow(heart + way * (inner + length), 150 * u, canvas::faded(sky.accent, 0.7));
      stage.picture.stroke(Path::line(heart + way * inner, heart + way * (inner + std::max(1.0, length))),
                           inner * 0.17, marked ? sky.accent : canvas::faded(white, 0.75));
      if (i % 6 == 0) {
        auto mark = stage.set(hour_words(facts.locale, i), words(34, 700));
        Point at = heart + way * (outer + 40 * u);
        stage.rise(mark, {at.x - mark->width() / 2 + way.x * 20 * u, at.y + 12 * u}, soft, enter, 0.5, 8);
      }
    }
    auto best = best_hour(script);
    auto hour = stage.fit(best.number, display(170), {inner * 1.5, 180 * u});
    stage.pop(hour, {heart.x - hour->width() / 2, heart.y + hour->size() * 0.24}, white, land);
    auto label = stage.fit(best.label, words(40, 700), {inner * 1.5, 60 * u});
    centred(stage, label, heart.x, heart.y + hour->size() * 0.24 + 66 * u, soft, land + 0.2);
  };
}

}  // namespace mrbill::content::video::aurora
