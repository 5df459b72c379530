#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    kicker(stage, script.words.records);
    Rect safe = stage.safe();
    double u = stage.u();
    Rect room{safe.x, safe.y + 110 * u, safe.width, safe.height - 150 * u};
    auto n = static_cast<double>(std::max<std::size_t>(1, all.size()));
    bool wide = stage.wide();
    // Beside each other, or left and right in turn: as large as leaves the next
    // one on the same side free.
    double diameter = wide ? std::min(room.height * 0.92, room.width / n - 40 * u)
                           : std::min(room.width * 0.46, (room.height - 30 * u) / 2);
    double k = std::min(1.0,
                        diameter / (520 * u));  // of the words, which stand within the circle
    for (std::size_t i = 0; i < all.size(); ++i) {
      double at = stage.held(stage.beat(1 + 2 * static_cast<double>(i)), 0.9);
      Point middle = wide ? Point{room.x + room.width / n * (static_cast<double>(i) + 0.5), room.centre().y}
                          : Point{room.centre().x + (i % 2 == 0 ? -1 : 1) * (room.width - diameter) * 0.42,
                                  n > 1 ? room.y + diameter / 2 +
                                              (room.height - diameter) * static_cast<double>(i) / (n - 1)
                                        : room.centre().y};
      if (stage.seconds < at) continue;
      double come = stage.calm() ? 1 : canvas::ease::spring(canvas::progress(stage.seconds, at, 0.8));
      double radius = std::max(0.0, diameter / 2 * come);
      auto sky = sky_of(script, scene);
      stage.picture.glow(middle, radius * 1.5, canvas::faded(i == 1 ? sky.accent : sky.one, 0.3));
      stage.picture.fill(Path::circle(middle, radius), canvas::faded(white, i == 1 ? 0.92 : 0.1));
      stage.picture.stroke(Path::circle(middle, radius), 3 * u, canvas::faded(white, 0.35));
      Colour ink = i == 1 ? canvas::colour({0.22, 0.1, 285}) : white;
      auto number = stage.fit(all[i].number, display(220 * k), {diameter * 0.68, 260 * u});
      double base = middle.y + number->size() * 0.2;
      stage.pop(number, {middle.x - number->width() / 2, base}, ink, at + 0.05);
      auto label = stage.fit(all[i].label, words(50, 700), {diameter * 0.72, 70 * u});
      centred(stage, label, middle.x, base + 86 * k * u, ink, at + 0.2);
      auto note = stage.fit(all[i].note, words(36), {diameter * 0.56, 60 * u});
      centred(stage, note, middle.x, base + 140 * k * u, i == 1 ? ink : soft, at + 0.3);
    }
  };
}

}  // namespace mrbill::content::video::aurora
