#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const auto& facts = script.facts;
    Rect room = screen(stage, script, scene, "histogram --hours");
    double u = stage.u(), land = stage.held(stage.beat(2.5), 0.4),
           most = std::max(1, *std::ranges::max_element(facts.hours));
    bool wide = stage.wide();
    Rect list = wide ? room.part(0, 0, 0.6, 1) : room.part(0, 0.2, 1, 0.8);
    double pitch = list.height / 24, size = std::min(40.0, pitch / u * 0.94);
    for (int hour = 0; hour < 24; ++hour) {
      double at = stage.held(enter + 0.035 * hour, 0.8), y = list.y + pitch * hour;
      if (stage.seconds < at && !stage.calm()) break;
      bool best = is_best_hour(facts, hour) && stage.seconds >= land;
      int count = facts.hours[static_cast<std::size_t>(hour)];
      auto label = stage.set(fmt::format("{:02}", hour), line(size));
      stage.picture.text(label, {list.x, y + pitch * 0.78}, best ? amber : dim);
      double share = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, at, 0.7), 10),
             room_for = list.width - 190 * u;
      Path bar;
      int filled = static_cast<int>(std::lround(room_for / (pitch * 0.62) * count / most * share));
      for (int i = 0; i < filled; ++i)
        bar.add(Path::rect({std::round(list.x + 80 * u + i * pitch * 0.62), std::round(y + pitch * 0.14),
                            std::round(pitch * 0.5), std::round(pitch * 0.7)}));
      stage.picture.fill(bar, best ? amber : green);
      auto number = stage.set(script.number(count), line(size));
      if (count > 0)
        stage.picture.text(number, {list.x + 90 * u + filled * pitch * 0.62, y + pitch * 0.78},
                           best ? amber : dim);
    }
    Rect side = wide ? room.part(0.63, 0.2, 0.37, 0.6) : room.part(0, 0, 1, 0.18);
    auto told = best_hour(script);
    auto hour = stage.fit(told.number, pixel(wide ? 300 : 190), {side.width * (wide ? 1 : 0.5), 340 * u});
    double base = side.y + hour->size() * (wide ? 0.8 : 0.66);
    big(stage, hour, {side.x, base}, amber, land);
    auto label = stage.fit(told.label, pixel(70), {side.width * (wide ? 1 : 0.46), 100 * u});
    if (stage.seconds >= land)
      stage.picture.text(
          label, wide ? Point{side.x, base + 110 * u} : Point{side.x + hour->width() + 40 * u, base}, bright);
  };
}

}  // namespace mrbill::content::video::terminal
