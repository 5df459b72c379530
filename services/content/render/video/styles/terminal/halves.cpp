#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "diff --stat h1 h2");
    double u = stage.u(), pitch = room.height * 0.38;
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    double most = std::max({1, counts[0], counts[1]});
    for (int i = 0; i < 2; ++i) {
      double at = stage.held(stage.beat(1 + i), 0.4), y = room.y + pitch * i;
      if (stage.seconds < at) break;
      auto number =
          stage.fit((i == 0 ? "- " : "+ ") + script.number(counts[i]), pixel(190), {room.width * 0.6, pitch});
      Colour ink = i == 0 ? amber : green;
      stage.picture.text(number, {room.x, y + 150 * u}, ink);
      auto label = stage.fit(names[i], line(54), {room.width - number->width() - 40 * u, 80 * u});
      stage.picture.text(label, {room.right() - label->width(), y + 150 * u}, dim);
      double share = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, at, stage.beat(1.5)), 16);
      cells(stage, {room.x, y + 190 * u, room.width, std::min(100 * u, pitch - 230 * u)},
            counts[i] / most * share, ink, 36 * u);
    }
    std::string sentence = ":: " + growth(script.facts, script.words);
    auto fitted = stage.fit(sentence, line(62), {room.width, 100 * u});
    stage.type(sentence, line(fitted->size() / u), {room.x, room.y + pitch * 2 + 90 * u}, bright,
               stage.beat(4), 36);
  };
}

}  // namespace mrbill::content::video::terminal
