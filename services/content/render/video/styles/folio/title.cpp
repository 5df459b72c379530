#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Rect safe = stage.safe();
    double u = stage.u();
    bool wide = stage.wide();
    // A double frame, as title pages have.
    for (double inset : {0.0, 14.0})
      stage.picture.stroke(Path::rect(safe.inset(inset * u)), (inset == 0 ? 4 : 1.6) * u,
                           canvas::faded(sheet.ink, stage.opacity(0, 0.8)), false);
    Rect room = safe.inset(80 * u);
    auto name = stage.fit(script.facts.person, serif(wide ? 120 : 130, true), {room.width, 160 * u});
    auto period = stage.fit(script.facts.period, serif(wide ? 480 : 420), {room.width, 520 * u});
    double base = room.centre().y + period->size() * cap / 2 + 30 * u;
    stage.rise(period, {room.centre().x - period->width() / 2, base}, sheet.ink, -0.3, 1.2, 30);
    double top = base - period->size() * cap;
    hairline(stage, {room.centre().x - 160 * u, top - 60 * u}, 320 * u, 0.5, sheet.red, 4);
    stage.rise(name, {room.centre().x - name->width() / 2, top - 110 * u}, sheet.ink, stage.beat(1), 1, 20);
    auto said = stage.fit(promise(script.facts, script.words), serif(68, true), {room.width, 100 * u});
    stage.rise(said, {room.centre().x - said->width() / 2, base + 130 * u}, sheet.red, stage.beat(2), 1, 20);
    auto house = stage.fit(script.facts.title.empty() ? script.facts.tenant : script.facts.title, sans(30),
                           {room.width, 60 * u});
    stage.rise(house, {room.centre().x - house->width() / 2, room.bottom() + 10 * u},
               canvas::mix(sheet.paper, sheet.ink, 0.7), stage.beat(3), 1, 10);
  };
}

}  // namespace mrbill::content::video::folio
