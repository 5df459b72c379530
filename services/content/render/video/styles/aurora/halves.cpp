#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    kicker(stage, script.words.halves);
    Rect safe = stage.safe();
    double u = stage.u();
    bool wide = stage.wide();
    Rect room{safe.x, safe.y + 120 * u, safe.width, safe.height - 270 * u};
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    double most = std::max({1, counts[0], counts[1]});
    double largest = wide ? std::min(room.height, room.width * 0.4) / 2
                          : std::min(room.width * 0.6, room.height * 0.5) / 2;
    for (int i = 0; i < 2; ++i) {
      double at = stage.held(stage.beat(1 + i), 0.9),
             come = stage.calm() ? 1 : canvas::ease::spring(canvas::progress(stage.seconds, at, 0.9));
      if (stage.seconds < at) continue;
      double radius = std::max(60 * u, largest * std::sqrt(counts[i] / most)) * std::max(0.0, come);
      Point middle = wide ? Point{room.centre().x + (i == 0 ? -1 : 1) * largest * 1.12, room.centre().y}
                          : Point{room.centre().x + (i == 0 ? -1 : 1) * room.width * 0.16,
                                  room.y + room.height * (i == 0 ? 0.27 : 0.74)};
      bool winner = counts[i] == static_cast<int>(most);
      auto sky = sky_of(script, scene);
      stage.picture.glow(middle, radius * 1.6, canvas::faded(winner ? sky.accent : sky.two, 0.35));
      stage.picture.fill(Path::circle(middle, radius),
                         canvas::faded(winner ? sky.accent : white, winner ? 1 : 0.16));
      Colour ink = winner ? canvas::colour({0.2, 0.09, 285}) : white;
      auto number = stage.fit(counted(script, stage, counts[i], at, at + 2 * stage.beat(1)), display(190),
                              {radius * 1.5, 220 * u});
      stage.picture.text(number, {middle.x - number->width() / 2, middle.y + number->size() * 0.25}, ink);
      // Within the circle as wide as it is there, or under it where it is small.
      double drop = number->size() * 0.25 + 64 * u,
             within = 1.9 * std::sqrt(std::max(0.0, radius * radius - drop * drop));
      bool inside = within > 230 * u;
      auto label = stage.fit(names[i], words(38, 700), {inside ? within : 420 * u, 60 * u});
      centred(stage, label, middle.x, middle.y + (inside ? drop : radius + 56 * u), inside ? ink : white,
              at + 0.2);
    }
    pill(stage, growth(script.facts, script.words), {safe.centre().x, safe.bottom() - 84 * u}, 50,
         stage.beat(4), white, safe.width);
  };
}

}  // namespace mrbill::content::video::aurora
