#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

// The processor thinks: a spinner until the answer.
void thinks(const Stage& stage, Point at) {
  constexpr std::string_view turns[] = {"|", "/", "-", "\\"};
  if (stage.calm()) return;
  const auto turn = turns[static_cast<std::size_t>(stage.seconds * 12) % std::size(turns)];
  stage.picture.text(stage.set(turn, pixel(200)), at, amber);
}

}  // namespace

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "whoami");
    double u = stage.u(), reveal = script.reveal();
    bool wide = stage.wide();
    stage.type(std::string(script.words.you_are) + "...", line(72), {room.x, room.y + 80 * u}, dim,
               enter + 0.3, 18);
    auto name = stage.fit(persona_name(script), pixel(wide ? 360 : 240), {room.width, room.height * 0.6},
                          wide ? 1 : 3);
    double base = room.y + 150 * u + name->size() * 0.72 + (wide ? 90 : 40) * u;
    if (stage.seconds < reveal) return thinks(stage, {room.x, base});
    bool flash = !stage.calm() && stage.seconds < reveal + 0.12;
    if (flash) stage.picture.fill(Rect{room.x, base - name->size() * 0.8, room.width, name->size()}, green);
    big(stage, name, {room.x - flush * name->size(), base}, flash ? black : green, reveal);
    typed(stage, ":: " + persona_reason(script.facts, script.words), line(66), {room.width, 100 * u},
          {room.x, base + name->height() - name->size() + 130 * u}, amber, reveal + stage.beat(2), 34);
  };
}

}  // namespace mrbill::content::video::terminal
