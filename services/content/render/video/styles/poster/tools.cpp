#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    Rect room = head(stage, script, scene, world, script.words.tools);
    double u = stage.u();
    int rows = std::min<int>(static_cast<int>(facts.frameworks.size()), stage.wide() ? 5 : 8);
    double pitch = room.height / rows;
    for (int i = 0; i < rows; ++i) {
      const auto& tool = facts.frameworks[static_cast<std::size_t>(i)];
      double at = stage.beat(0.7 + 0.5 * i), baseline = room.y + pitch * (i + 0.5) + pitch * 0.3;
      if (i > 0)
        stage.picture.fill(Rect{room.x, room.y + pitch * i, room.width * stage.in(at - 0.2, 0.5), 4 * u},
                           world.ink);
      auto name = stage.fit(tool.name, display(pitch * 0.8 / u), {room.width * 0.8, pitch});
      stage.reveal(name, {room.x, baseline},
                   tool.count == facts.frameworks.front().count ? world.accent : world.ink, at);
      auto count = stage.set(script.number(tool.count), display(pitch * 0.8 / u));
      stage.reveal(count, {room.right() - count->width(), baseline},
                   tool.count == facts.frameworks.front().count ? world.accent : world.ink, at + 0.1);
    }
  };
}

}  // namespace mrbill::content::video::poster
