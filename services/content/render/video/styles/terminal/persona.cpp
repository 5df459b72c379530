#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "whoami");
    double u = stage.u(), reveal = script.reveal();
    bool wide = stage.wide();
    std::string you = std::string(script.words.you_are) + "...";
    stage.type(you, line(72), {room.x, room.y + 80 * u}, dim, enter + 0.3, 18);
    auto name = stage.fit(script.words.personas[static_cast<int>(script.facts.persona.kind)].name,
                          pixel(wide ? 360 : 240), {room.width, room.height * 0.6}, wide ? 1 : 3);
    double base = room.y + 150 * u + name->size() * 0.72 + (wide ? 90 : 40) * u;
    // The processor thinks: a spinner until the answer.
    if (stage.seconds < reveal) {
      constexpr std::string_view turns[] = {"|", "/", "-", "\\"};
      auto spin = stage.set(turns[static_cast<std::size_t>(stage.seconds * 12) % 4], pixel(200));
      if (!stage.calm()) stage.picture.text(spin, {room.x, base}, amber);
      return;
    }
    bool flash = !stage.calm() && stage.seconds < reveal + 0.12;
    if (flash) stage.picture.fill(Rect{room.x, base - name->size() * 0.8, room.width, name->size()}, green);
    big(stage, name, {room.x - 0.02 * name->size(), base}, flash ? black : green, reveal);
    double y = base + name->height() - name->size() + 130 * u;
    std::string reason = ":: " + persona_reason(script.facts, script.words);
    auto fitted = stage.fit(reason, line(66), {room.width, 100 * u});
    stage.type(reason, line(fitted->size() / u), {room.x, y}, amber, reveal + stage.beat(2), 34);
  };
}

}  // namespace mrbill::content::video::terminal
