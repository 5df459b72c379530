#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "stats --top 3");
    double u = stage.u(), pitch = room.height / std::max<std::size_t>(1, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      double at = stage.held(stage.beat(1 + 2 * static_cast<double>(i)), 0.4),
             y = room.y + pitch * static_cast<double>(i);
      if (stage.seconds < at) break;
      stage.picture.stroke(Path::rect(Rect{room.x + 2 * u, y + 8 * u, room.width - 4 * u, pitch - 24 * u}),
                           3 * u, dim, false);
      auto number =
          stage.fit(all[i].number, pixel(std::min(300.0, pitch / u * 0.9)), {room.width * 0.42, pitch * 1.2});
      double base = y + pitch * 0.5 + number->size() * 0.24;
      big(stage, number, {room.x + 40 * u, base}, i == 0 ? amber : green, at);
      double left = room.x + std::max(number->width(), room.width * 0.36) + 90 * u,
             width = room.right() - left - 30 * u;
      auto label = stage.fit(all[i].label, pixel(90), {width, 110 * u});
      stage.type(all[i].label, pixel(label->size() / u), {left, y + pitch * 0.5}, bright, at + 0.15, 30);
      if (all[i].note.empty()) continue;
      auto note = stage.fit(":: " + all[i].note, line(50), {width, 70 * u});
      stage.type(":: " + all[i].note, line(note->size() / u), {left, y + pitch * 0.5 + 74 * u}, dim, at + 0.3,
                 30);
    }
  };
}

}  // namespace mrbill::content::video::terminal
