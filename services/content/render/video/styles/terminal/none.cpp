#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw none(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "ls -la | wc -l");
    double u = stage.u();
    auto zero = stage.fit("0", pixel(560), {room.width * 0.4, room.height * 0.7});
    double base = room.y + zero->size() * 0.62;
    big(stage, zero, {room.x, base}, amber, stage.beat(1));
    double y = base + 110 * u;
    for (auto [words, at] :
         {std::pair{script.words.none_line, 2.0}, std::pair{script.words.none_next, 5.0}}) {
      typed(stage, "> " + std::string(words), line(58), {room.width, 100 * u}, {room.x, y},
            at > 4 ? green : bright, stage.beat(at), 30);
      y += 84 * u;
    }
  };
}

}  // namespace mrbill::content::video::terminal
