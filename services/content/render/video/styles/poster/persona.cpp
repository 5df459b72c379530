#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    double u = stage.u(), reveal = script.reveal();
    bool shown = stage.seconds >= reveal;
    // Silence, then the block falls over the wall and the word stands in it.
    double fall = stage.in(reveal, 0.35);
    Rect whole = stage.whole();
    if (shown)
      stage.picture.fill(Rect{0, 0, whole.width, std::round((whole.height - 16 * u) * fall)}, world.accent);
    Colour ink = shown ? canvas::readable(world.ground, world.accent, 4) : world.ink;
    Rect room = stage.safe();
    auto you = stage.fit(script.words.you_are, display(120), {room.width, 200 * u});
    auto name = stage.fit(script.words.personas[static_cast<int>(script.facts.persona.kind)].name,
                          display(stage.wide() ? 640 : 420), {room.width, stage.wide() ? 480 * u : 700 * u},
                          stage.wide() ? 1 : 3);
    auto reason =
        stage.fit(persona_reason(script.facts, script.words), mono(54, 700), {room.width, 240 * u}, 2);
    double first = name->size() * cap, rest = name->height() - name->size() * 0.88;
    double block = 150 * u + first + rest + 60 * u + reason->height();
    double y = room.y + std::max(0.0, (room.height - block) / 2);
    stage.reveal(you, {room.x, y + 84 * u}, shown ? world.ink : world.ink, stage.beat(1));
    if (!shown) return;
    stage.reveal(name, {room.x - 0.02 * name->size(), y + 150 * u + first}, ink, reveal, 0.7);
    stage.rise(reason, {room.x, y + 150 * u + first + rest + 110 * u}, world.ink, reveal + stage.beat(2), 0.6,
               24);
  };
}

}  // namespace mrbill::content::video::poster
