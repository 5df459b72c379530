#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw none(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.facts.period);
    double u = stage.u();
    auto zero = filling(stage, "0", {room.width * 0.5, room.height * (stage.wide() ? 0.98 : 0.34)});
    stage.reveal(zero, {room.x, room.y + zero->size() * cap}, world.accent, stage.beat(1), 0.8);
    double left = stage.wide() ? room.x + zero->width() + 80 * u : room.x;
    double width = room.right() - left,
           y = stage.wide() ? room.y + 120 * u : room.y + zero->size() * cap + 160 * u;
    auto words = stage.fit(script.words.none_title, display(stage.wide() || stage.tall() ? 170 : 120),
                           {width, 320 * u}, 2);
    stage.reveal(words, {left, y}, world.ink, stage.beat(2));
    auto line = stage.fit(script.words.none_line, mono(42), {width, 300 * u}, 3);
    stage.rise(line, {left, y + words->height() + 10 * u}, world.ink, stage.beat(4));
    auto next = stage.fit(script.words.none_next, mono(42, 700), {width, 300 * u}, 3);
    stage.rise(next, {left, y + words->height() + line->height() + 50 * u}, world.accent, stage.beat(7));
  };
}

}  // namespace mrbill::content::video::poster
