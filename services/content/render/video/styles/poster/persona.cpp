#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect whole = stage.whole(), room = stage.safe();
    double u = stage.u(), reveal = script.reveal();
    bool shown = stage.seconds >= reveal, wide = stage.wide();
    // Silence, then the block falls over the wall and the word stands in it.
    double fall = stage.in(reveal, 0.35), wall = whole.height - slab_height * u;
    if (shown) stage.picture.fill(Rect{0, 0, whole.width, std::round(wall * fall)}, world.accent);
    auto you = stage.fit(script.words.you_are, display(120), {room.width, 200 * u});
    auto name = stage.fit(persona_name(script), display(wide ? 640 : 420),
                          {room.width, wide ? 480 * u : 700 * u}, wide ? 1 : 3);
    auto reason =
        stage.fit(persona_reason(script.facts, script.words), mono(54, 700), {room.width, 240 * u}, 2);
    double first = name->size() * cap, rest = name->height() - first_line(name), above = 150 * u;
    double block = above + first + rest + 60 * u + reason->height();
    double y = room.y + std::max(0.0, (room.height - block) / 2), line = y + above + first;
    stage.reveal(you, {room.x, y + 84 * u}, world.ink, stage.beat(1));
    if (!shown) return;
    stage.reveal(name, {room.x - flush * name->size(), line}, canvas::readable(world.ground, world.accent, 4),
                 reveal, 0.7);
    stage.rise(reason, {room.x, line + rest + 110 * u}, world.ink, reveal + stage.beat(2), 0.6, 24);
  };
}

}  // namespace mrbill::content::video::poster
