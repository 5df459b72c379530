#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Rect safe = stage.safe();
    double u = stage.u(), reveal = script.reveal(), left = page_of(stage.size()).matter.x,
           width = safe.right() - left, top = safe.y + safe.height * 0.24;
    auto you = stage.set(script.words.you_are, serif(90, true));
    stage.rise(you, {left, top}, sheet.ink, enter, 1, 16);
    auto name = stage.fit(persona_name(script), serif(stage.wide() ? 330 : 230),
                          {width, (stage.tall() ? 720 : 460) * u}, stage.wide() ? 1 : 3);
    double base = top + 90 * u + name->size() * 0.72, last = base + name->height() - first_line(name);
    if (stage.seconds >= reveal) {
      stage.reveal(name, {left, base}, sheet.red, reveal, 1.1);
      hairline(stage, {left, last + 90 * u}, width, reveal + 0.3, sheet.ink);
    }
    auto reason = stage.fit(persona_reason(script.facts, script.words), serif(74, true), {width, 220 * u}, 2);
    stage.rise(reason, {left, last + 190 * u}, sheet.ink, reveal + stage.beat(2), 1, 16);
  };
}

}  // namespace mrbill::content::video::folio
