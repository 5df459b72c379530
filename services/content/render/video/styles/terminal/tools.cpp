#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const auto& facts = script.facts;
    Rect room = screen(stage, script, scene, "pkg list --by-use");
    double u = stage.u();
    int rows = std::min<int>(static_cast<int>(facts.frameworks.size()), stage.wide() ? 7 : 10);
    double pitch = room.height / rows, size = std::min(74.0, pitch / u * 0.62),
           most = facts.frameworks.front().count;
    for (int i = 0; i < rows; ++i) {
      double at = stage.held(stage.beat(0.7 + 0.4 * i), 0.5), y = room.y + pitch * i, base = y + pitch * 0.62;
      if (stage.seconds < at && !stage.calm()) break;
      const auto& tool = facts.frameworks[static_cast<std::size_t>(i)];
      Colour ink = tool.count == most ? amber : green;
      auto name = stage.fit(tool.name, line(size), {room.width * 0.5, pitch});
      stage.picture.text(name, {room.x, base}, ink);
      double left = room.x + room.width * 0.52, share = stepped(stage.passed(at, 0.5), 8);
      cells(stage, {left, base - size * 0.62 * u, room.width * 0.36, size * 0.66 * u},
            tool.count / most * share, ink, 30 * u);
      auto count = stage.set(script.number(tool.count), line(size));
      stage.picture.text(count, {room.right() - count->width(), base}, bright);
    }
  };
}

}  // namespace mrbill::content::video::terminal
