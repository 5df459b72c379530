#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& tools = script.facts.frameworks;
    Rect room = head(stage, script, scene, world, script.words.tools);
    int rows = std::min<int>(static_cast<int>(tools.size()), stage.wide() ? 5 : 8);
    double u = stage.u(), pitch = room.height / rows;
    const TextStyle type = display(pitch * 0.8 / u);
    for (int i = 0; i < rows; ++i) {
      const auto& tool = tools[static_cast<std::size_t>(i)];
      double at = stage.beat(0.7 + 0.5 * i), baseline = room.y + pitch * (i + 0.5) + pitch * 0.3;
      Rect rule{room.x, room.y + pitch * i, room.width * stage.in(at - 0.2, 0.5), 4 * u};
      if (i > 0) stage.picture.fill(rule, world.ink);
      Colour ink = tool.count == tools.front().count ? world.accent : world.ink;
      auto name = stage.fit(tool.name, type, {room.width * 0.8, pitch});
      stage.reveal(name, {room.x, baseline}, ink, at);
      auto count = stage.set(script.number(tool.count), type);
      stage.reveal(count, {room.right() - count->width(), baseline}, ink, at + 0.1);
    }
  };
}

}  // namespace mrbill::content::video::poster
